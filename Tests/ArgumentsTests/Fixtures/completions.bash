# bash completion for planledger
_planledger() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
  local place= word= last= options= words= files=
  COMPREPLY=()
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = ]]; then
    prev=${COMP_WORDS[COMP_CWORD-2]}
  fi
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $last in
      --area|--color|--count|--effective-at|--format|--ledger|--on|--period|--source|--time-zone|--to|--verdict) ;;
      *)
        case $place/$word in
          /init|/append|/template|/action|/action/start|/action/assess|/victims|/victims/record|/merge|/show) place=$place/$word ;;
        esac
        ;;
    esac
    [[ $word == = ]] || last=$word
  done
  case $place in
    '')
      options='--ledger --color --help --version'
      words='init append template action victims merge show help'
      case $prev in
        --ledger) options= files= words='' files=-d ;;
        --color) options= files= words='auto always never' ;;
      esac
      ;;
    /init)
      options='--time-zone --ledger --color --help'
      words=''
      files=-d
      case $prev in
        --time-zone) options= files= words='' ;;
        --ledger) options= files= words='' files=-d ;;
        --color) options= files= words='auto always never' ;;
      esac
      ;;
    /append)
      options='--source --dry-run --ledger --color --help'
      words=''
      files=-f
      case $prev in
        --source) options= files= words='' ;;
        --ledger) options= files= words='' files=-d ;;
        --color) options= files= words='auto always never' ;;
      esac
      ;;
    /template)
      options='--ledger --color --help'
      words='actions victims recommendations'
      case $prev in
        --ledger) options= files= words='' files=-d ;;
        --color) options= files= words='auto always never' ;;
      esac
      ;;
    /action)
      options='--ledger --color --help'
      words='start assess'
      case $prev in
        --ledger) options= files= words='' files=-d ;;
        --color) options= files= words='auto always never' ;;
      esac
      ;;
    /action/start)
      options='--on --source --dry-run --ledger --color --help'
      words=''
      case $prev in
        --on) options= files= words='' ;;
        --source) options= files= words='' ;;
        --ledger) options= files= words='' files=-d ;;
        --color) options= files= words='auto always never' ;;
      esac
      ;;
    /action/assess)
      options='--verdict --ledger --color --help'
      words=''
      case $prev in
        --verdict) options= files= words='completed partially-completed not-completed not-assessable' ;;
        --ledger) options= files= words='' files=-d ;;
        --color) options= files= words='auto always never' ;;
      esac
      ;;
    /victims)
      options='--ledger --color --help'
      words='record'
      case $prev in
        --ledger) options= files= words='' files=-d ;;
        --color) options= files= words='auto always never' ;;
      esac
      ;;
    /victims/record)
      options='--period --count --unknown --not-collected --ledger --color --help'
      words=''
      case $prev in
        --period) options= files= words='' ;;
        --count) options= files= words='' ;;
        --ledger) options= files= words='' files=-d ;;
        --color) options= files= words='auto always never' ;;
      esac
      ;;
    /merge)
      options='--to --ledger --color --help'
      words=''
      case $prev in
        --to) options= files= words='' ;;
        --ledger) options= files= words='' files=-d ;;
        --color) options= files= words='auto always never' ;;
      esac
      ;;
    /show)
      options='--area --effective-at --format --ledger --color --help'
      words=''
      case $prev in
        --area) options= files= words='' ;;
        --effective-at) options= files= words='' ;;
        --format) options= files= words='table json ndjson csv' ;;
        --ledger) options= files= words='' files=-d ;;
        --color) options= files= words='auto always never' ;;
      esac
      ;;
  esac
  if [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur")
  elif [[ -n $files ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen "$files" -- "$cur")
  else
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
  fi
}
complete -F _planledger planledger
