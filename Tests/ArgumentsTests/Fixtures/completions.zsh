#compdef planledger
_planledger() {
  local context state line
  typeset -A opt_args
  local -a commands=(
      'init:Make a ledger.'
      'append:Append events from a file.'
      'template:Write a sheet to fill in.'
      'action:Record what happens to actions.'
      'victims:Record counts of victims.'
      'merge:Carry actions over into one.'
      'show:Show a plan.'
      'help:Show help on a command.'
  )
  _arguments -C -S \
    '--ledger=[The ledger.]:DIR:_files -/' \
    '--color=[Colour the output.]:WHEN:(auto always never)' \
    '--help[Show help, also as -h.]' \
    '--version[Show the version.]' \
    '1: :->command' \
    '*:: :->argument'
  case $state in
    command) _describe command commands ;;
    argument)
      case $line[1] in
        init) _planledger__init ;;
        append) _planledger__append ;;
        template) _planledger__template ;;
        action) _planledger__action ;;
        victims) _planledger__victims ;;
        merge) _planledger__merge ;;
        show) _planledger__show ;;
      esac
      ;;
  esac
}
_planledger__init() {
  _arguments -S \
    '--time-zone=[Where days begin.]:ZONE: ' \
    '--ledger=[The ledger.]:DIR:_files -/' \
    '--color=[Colour the output.]:WHEN:(auto always never)' \
    '--help[Show help, also as -h.]' \
    '::DIR:_files -/'
}
_planledger__append() {
  _arguments -S \
    '*--source=[Where it is written.]:ID#LOCATOR|URL: ' \
    '--dry-run[Print what would be recorded.]' \
    '--ledger=[The ledger.]:DIR:_files -/' \
    '--color=[Colour the output.]:WHEN:(auto always never)' \
    '--help[Show help, also as -h.]' \
    ':FILE:_files'
}
_planledger__template() {
  _arguments -S \
    '--ledger=[The ledger.]:DIR:_files -/' \
    '--color=[Colour the output.]:WHEN:(auto always never)' \
    '--help[Show help, also as -h.]' \
    ':KIND:(actions victims recommendations)'
}
_planledger__action() {
  local context state line
  typeset -A opt_args
  local -a commands=(
      'start:Record that an action started.'
      'assess:Record a verdict.'
  )
  _arguments -C -S \
    '--ledger=[The ledger.]:DIR:_files -/' \
    '--color=[Colour the output.]:WHEN:(auto always never)' \
    '--help[Show help, also as -h.]' \
    '1: :->command' \
    '*:: :->argument'
  case $state in
    command) _describe command commands ;;
    argument)
      case $line[1] in
        start) _planledger__action__start ;;
        assess) _planledger__action__assess ;;
      esac
      ;;
  esac
}
_planledger__action__start() {
  _arguments -S \
    '--on=[The day.]:DATE: ' \
    '*--source=[Where it is written.]:ID#LOCATOR|URL: ' \
    '--dry-run[Print what would be recorded.]' \
    '--ledger=[The ledger.]:DIR:_files -/' \
    '--color=[Colour the output.]:WHEN:(auto always never)' \
    '--help[Show help, also as -h.]' \
    ':PLAN/CODE: '
}
_planledger__action__assess() {
  _arguments -S \
    '--verdict=[The verdict.]:VERDICT:(completed partially-completed not-completed not-assessable)' \
    '--ledger=[The ledger.]:DIR:_files -/' \
    '--color=[Colour the output.]:WHEN:(auto always never)' \
    '--help[Show help, also as -h.]' \
    ':PLAN/CODE: '
}
_planledger__victims() {
  local context state line
  typeset -A opt_args
  local -a commands=(
      'record:Record a count.'
  )
  _arguments -C -S \
    '--ledger=[The ledger.]:DIR:_files -/' \
    '--color=[Colour the output.]:WHEN:(auto always never)' \
    '--help[Show help, also as -h.]' \
    '1: :->command' \
    '*:: :->argument'
  case $state in
    command) _describe command commands ;;
    argument)
      case $line[1] in
        record) _planledger__victims__record ;;
      esac
      ;;
  esac
}
_planledger__victims__record() {
  _arguments -S \
    '--period=[Of when.]:A/B: ' \
    '--count=[How many.]:N: ' \
    '--unknown[Nobody knows how many.]' \
    '--not-collected[Nobody counted.]' \
    '--ledger=[The ledger.]:DIR:_files -/' \
    '--color=[Colour the output.]:WHEN:(auto always never)' \
    '--help[Show help, also as -h.]'
}
_planledger__merge() {
  _arguments -S \
    '--to=[The one.]:PLAN/CODE: ' \
    '--ledger=[The ledger.]:DIR:_files -/' \
    '--color=[Colour the output.]:WHEN:(auto always never)' \
    '--help[Show help, also as -h.]' \
    '*:PLAN/CODE: '
}
_planledger__show() {
  _arguments -S \
    '--area=[Of one area only.]:A: ' \
    '--effective-at=[The plan as it stood on that day.]:DATE: ' \
    '--format=[How the answer is printed.]:FORMAT:(table json ndjson csv)' \
    '--ledger=[The ledger.]:DIR:_files -/' \
    '--color=[Colour the output.]:WHEN:(auto always never)' \
    '--help[Show help, also as -h.]' \
    ':PLAN: '
}
if [[ $funcstack[1] == _planledger ]]; then
  _planledger "$@"
else
  compdef _planledger planledger
fi
