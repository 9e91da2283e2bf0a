# fish completion for planledger
function __planledger_at
  set -l place ''
  set -l last ''
  for word in (commandline -opc)[2..]
    if not contains -- $last --area --color --count --effective-at --format --ledger --on --period --source --time-zone --to --verdict
      if contains -- $place/$word /init /append /template /action /action/start /action/assess /victims /victims/record /merge /show
        set place $place/$word
      end
    end
    set last $word
  end
  test "$place" = "$argv[1]"
end
complete -c planledger -f
complete -c planledger -n '__planledger_at \'\'' -a 'init' -d 'Make a ledger.'
complete -c planledger -n '__planledger_at \'\'' -a 'append' -d 'Append events from a file.'
complete -c planledger -n '__planledger_at \'\'' -a 'template' -d 'Write a sheet to fill in.'
complete -c planledger -n '__planledger_at \'\'' -a 'action' -d 'Record what happens to actions.'
complete -c planledger -n '__planledger_at \'\'' -a 'victims' -d 'Record counts of victims.'
complete -c planledger -n '__planledger_at \'\'' -a 'merge' -d 'Carry actions over into one.'
complete -c planledger -n '__planledger_at \'\'' -a 'show' -d 'Show a plan.'
complete -c planledger -n '__planledger_at \'\'' -a 'help' -d 'Show help on a command.'
complete -c planledger -n '__planledger_at \'\'' -l ledger -d 'The ledger.' -x -a '(__fish_complete_directories (commandline -ct))'
complete -c planledger -n '__planledger_at \'\'' -l color -d 'Colour the output.' -x -a 'auto always never'
complete -c planledger -n '__planledger_at \'\'' -l help -d 'Show help, also as -h.'
complete -c planledger -n '__planledger_at \'\'' -l version -d 'Show the version.'
complete -c planledger -n '__planledger_at \'/init\'' -l time-zone -d 'Where days begin.' -x
complete -c planledger -n '__planledger_at \'/init\'' -l ledger -d 'The ledger.' -x -a '(__fish_complete_directories (commandline -ct))'
complete -c planledger -n '__planledger_at \'/init\'' -l color -d 'Colour the output.' -x -a 'auto always never'
complete -c planledger -n '__planledger_at \'/init\'' -l help -d 'Show help, also as -h.'
complete -c planledger -n '__planledger_at \'/init\'' -a '(__fish_complete_directories (commandline -ct))'
complete -c planledger -n '__planledger_at \'/append\'' -l source -d 'Where it is written.' -x
complete -c planledger -n '__planledger_at \'/append\'' -l dry-run -d 'Print what would be recorded.'
complete -c planledger -n '__planledger_at \'/append\'' -l ledger -d 'The ledger.' -x -a '(__fish_complete_directories (commandline -ct))'
complete -c planledger -n '__planledger_at \'/append\'' -l color -d 'Colour the output.' -x -a 'auto always never'
complete -c planledger -n '__planledger_at \'/append\'' -l help -d 'Show help, also as -h.'
complete -c planledger -n '__planledger_at \'/append\'' -a '(__fish_complete_path (commandline -ct))'
complete -c planledger -n '__planledger_at \'/template\'' -l ledger -d 'The ledger.' -x -a '(__fish_complete_directories (commandline -ct))'
complete -c planledger -n '__planledger_at \'/template\'' -l color -d 'Colour the output.' -x -a 'auto always never'
complete -c planledger -n '__planledger_at \'/template\'' -l help -d 'Show help, also as -h.'
complete -c planledger -n '__planledger_at \'/template\'' -a 'actions victims recommendations'
complete -c planledger -n '__planledger_at \'/action\'' -a 'start' -d 'Record that an action started.'
complete -c planledger -n '__planledger_at \'/action\'' -a 'assess' -d 'Record a verdict.'
complete -c planledger -n '__planledger_at \'/action\'' -l ledger -d 'The ledger.' -x -a '(__fish_complete_directories (commandline -ct))'
complete -c planledger -n '__planledger_at \'/action\'' -l color -d 'Colour the output.' -x -a 'auto always never'
complete -c planledger -n '__planledger_at \'/action\'' -l help -d 'Show help, also as -h.'
complete -c planledger -n '__planledger_at \'/action/start\'' -l on -d 'The day.' -x
complete -c planledger -n '__planledger_at \'/action/start\'' -l source -d 'Where it is written.' -x
complete -c planledger -n '__planledger_at \'/action/start\'' -l dry-run -d 'Print what would be recorded.'
complete -c planledger -n '__planledger_at \'/action/start\'' -l ledger -d 'The ledger.' -x -a '(__fish_complete_directories (commandline -ct))'
complete -c planledger -n '__planledger_at \'/action/start\'' -l color -d 'Colour the output.' -x -a 'auto always never'
complete -c planledger -n '__planledger_at \'/action/start\'' -l help -d 'Show help, also as -h.'
complete -c planledger -n '__planledger_at \'/action/assess\'' -l verdict -d 'The verdict.' -x -a 'completed partially-completed not-completed not-assessable'
complete -c planledger -n '__planledger_at \'/action/assess\'' -l ledger -d 'The ledger.' -x -a '(__fish_complete_directories (commandline -ct))'
complete -c planledger -n '__planledger_at \'/action/assess\'' -l color -d 'Colour the output.' -x -a 'auto always never'
complete -c planledger -n '__planledger_at \'/action/assess\'' -l help -d 'Show help, also as -h.'
complete -c planledger -n '__planledger_at \'/victims\'' -a 'record' -d 'Record a count.'
complete -c planledger -n '__planledger_at \'/victims\'' -l ledger -d 'The ledger.' -x -a '(__fish_complete_directories (commandline -ct))'
complete -c planledger -n '__planledger_at \'/victims\'' -l color -d 'Colour the output.' -x -a 'auto always never'
complete -c planledger -n '__planledger_at \'/victims\'' -l help -d 'Show help, also as -h.'
complete -c planledger -n '__planledger_at \'/victims/record\'' -l period -d 'Of when.' -x
complete -c planledger -n '__planledger_at \'/victims/record\'' -l count -d 'How many.' -x
complete -c planledger -n '__planledger_at \'/victims/record\'' -l unknown -d 'Nobody knows how many.'
complete -c planledger -n '__planledger_at \'/victims/record\'' -l not-collected -d 'Nobody counted.'
complete -c planledger -n '__planledger_at \'/victims/record\'' -l ledger -d 'The ledger.' -x -a '(__fish_complete_directories (commandline -ct))'
complete -c planledger -n '__planledger_at \'/victims/record\'' -l color -d 'Colour the output.' -x -a 'auto always never'
complete -c planledger -n '__planledger_at \'/victims/record\'' -l help -d 'Show help, also as -h.'
complete -c planledger -n '__planledger_at \'/merge\'' -l to -d 'The one.' -x
complete -c planledger -n '__planledger_at \'/merge\'' -l ledger -d 'The ledger.' -x -a '(__fish_complete_directories (commandline -ct))'
complete -c planledger -n '__planledger_at \'/merge\'' -l color -d 'Colour the output.' -x -a 'auto always never'
complete -c planledger -n '__planledger_at \'/merge\'' -l help -d 'Show help, also as -h.'
complete -c planledger -n '__planledger_at \'/show\'' -l area -d 'Of one area only.' -x
complete -c planledger -n '__planledger_at \'/show\'' -l effective-at -d 'The plan as it stood on that day.' -x
complete -c planledger -n '__planledger_at \'/show\'' -l format -d 'How the answer is printed.' -x -a 'table json ndjson csv'
complete -c planledger -n '__planledger_at \'/show\'' -l ledger -d 'The ledger.' -x -a '(__fish_complete_directories (commandline -ct))'
complete -c planledger -n '__planledger_at \'/show\'' -l color -d 'Colour the output.' -x -a 'auto always never'
complete -c planledger -n '__planledger_at \'/show\'' -l help -d 'Show help, also as -h.'
