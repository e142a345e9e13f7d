#compdef samantha
# samantha for zsh: a file _samantha in a folder of $fpath, or
# source <(samantha completion zsh)
_samantha() {
	local curcontext=$curcontext state line
	local -a common verbs
	common=(
		'--home[the house she lives in]:folder:_files -/'
		'--as[the person she is there for]:NAME: '
		'--at[set her clock (2026-03-01T20\:00, or RFC 3339); needs her asleep]:TIME: '
		'--json[print one JSON document]'
		'--passphrase-file[read the passphrase from the first line of a file]:file:_files'
	)
	verbs=(
		'say:say one thing to her; the reply comes on stdout'
		'forget:what you don'\''t want kept: [gone]'
		'export:one file, with a \ in it'
		'passphrase:lock the house'
	)
	_arguments -C $common '1:verb:->verb' '*:::argument:->argument'
	case $state in
	verb) _describe verb verbs ;;
	argument)
		words=("$line[1]" "${words[@]}") # as if the verb were the command
		((CURRENT++))
		case $line[1] in
		help) _describe verb verbs ;;
		say) _arguments $common ;;
		forget) _arguments $common '-n[how many]:N: ' '--only[take the part alone]' ;;
		export) _arguments $common '--house-passphrase-file[the same for the house, where the file that goes or comes has its own]:file:_files' '*:file:_files' ;;
		passphrase) _arguments $common '1:what:(set remove)' ;;
		esac
		;;
	esac
}
if [[ $funcstack[1] == _samantha ]]; then _samantha "$@"; else compdef _samantha samantha; fi
