# Words of the checks: `check SENTENCE COMMAND...` writes one line, and what the command said when it failed.
KIND=$1
RESULTS=/mnt/dist/results

check() {
  local what=$1 said
  shift
  if said=$("$@" 2>&1); then
    echo "ok      $KIND: $what" | tee -a $RESULTS
  else
    echo "not ok  $KIND: $what" | tee -a $RESULTS
    printf '%s\n' "$said" | tail -5 | sed 's/^/        /'
  fi
}

# A command as an ordinary account, as after a log-in.
person() { (cd / && runuser -u person -- env HOME=/home/person "$@"); }
