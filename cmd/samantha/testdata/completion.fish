# samantha for fish: samantha completion fish | source
set -l verbs say forget export passphrase
complete -c samantha -f
complete -c samantha -l home -x -a '(__fish_complete_directories)' -d 'the house she lives in'
complete -c samantha -l as -x -d 'the person she is there for'
complete -c samantha -l at -x -d 'set her clock (2026-03-01T20:00, or RFC 3339); needs her asleep'
complete -c samantha -l json -d 'print one JSON document'
complete -c samantha -l passphrase-file -r -F -d 'read the passphrase from the first line of a file'
complete -c samantha -n '__fish_seen_subcommand_from help' -a "$verbs"
complete -c samantha -n "not __fish_seen_subcommand_from $verbs" -a say -d 'say one thing to her; the reply comes on stdout'
complete -c samantha -n "not __fish_seen_subcommand_from $verbs" -a forget -d 'what you don'\''t want kept: [gone]'
complete -c samantha -n '__fish_seen_subcommand_from forget' -s n -x -d 'how many'
complete -c samantha -n '__fish_seen_subcommand_from forget' -l only -d 'take the part alone'
complete -c samantha -n "not __fish_seen_subcommand_from $verbs" -a export -d 'one file, with a \ in it'
complete -c samantha -n '__fish_seen_subcommand_from export' -l house-passphrase-file -r -F -d 'the same for the house, where the file that goes or comes has its own'
complete -c samantha -n '__fish_seen_subcommand_from export' -F
complete -c samantha -n "not __fish_seen_subcommand_from $verbs" -a passphrase -d 'lock the house'
complete -c samantha -n '__fish_seen_subcommand_from passphrase; and not __fish_seen_subcommand_from set remove' -a 'set remove'
