# finish.zsh FILE LINE DUMP: what zsh offers at the end of a line, with the
# completions of a file; DUMP keeps what it finds when it starts. It types the line into a zsh of its own.
zmodload zsh/zpty
zpty typing zsh -f -i
read_until() { local all= part; while zpty -r typing part; do all+=$part; [[ $all == *$1* ]] && break; done; REPLY=$all }
zpty -w typing "PS1=; autoload -U compinit; compinit -u -d ${(q)3}; source ${(q)1}"
# What would be offered is printed between marks, and nothing is inserted.
zpty -w typing 'offer() { compadd() { local -a o; builtin compadd -O o "$@"; print -l -- "$o[@]" >&2; builtin compadd "$@" }; print "<<<" >&2; _main_complete; print ">>>" >&2; exit }; zle -C offer complete-word offer; bindkey "^I" offer; stty -echo; print rea""dy'
read_until ready
zpty -w -n typing "$2"$'\t'
read_until '>>>'
print -r -- "${${REPLY#*<<<}%%>>>*}"
zpty -d typing
