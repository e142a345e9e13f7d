# samantha for bash: source <(samantha completion bash)
_samantha() {
	local cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb= words=0 i
	COMPREPLY=()
	case $before in
	--home|--as|--at|--passphrase-file|-n|--house-passphrase-file) return ;; # a file, by default, or something only you know
	esac
	for ((i = 1; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
		--home|--as|--at|--passphrase-file|-n|--house-passphrase-file) ((i++)) ;;
		-*) ;;
		*) ((words++)) || verb=${COMP_WORDS[i]} ;;
		esac
	done
	case $cur in
	-*)
		local flags="--home --as --at --json --passphrase-file"
		case $verb in
		forget) flags+=" -n --only" ;;
		export) flags+=" --house-passphrase-file" ;;
		esac
		COMPREPLY=($(compgen -W "$flags" -- "$cur"))
		return
		;;
	esac
	case $verb in
	'' | help) ((words < 2)) && COMPREPLY=($(compgen -W "say forget export passphrase" -- "$cur")) ;;
	passphrase) ((words == 1)) && COMPREPLY=($(compgen -W "set remove" -- "$cur")) ;;
	esac
}
complete -o default -F _samantha samantha
