"""Steps of recordings: a limit of CPU time for each, errors as results, and runs that can be ended
and go on."""

import signal
import time

MORE = 75  # the status of a run that has ended because its time was up


class TimeLimit(Exception):
    """A step took more CPU time than is allowed."""


def limited(step, seconds):
    """What `step` returns; TimeLimit after so many seconds of this process, however busy the
    machine is."""

    def ring(*_):
        raise TimeLimit("time limit")

    signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        return step()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def result_of(step, seconds):
    """The dictionary that `step` returns, or one with the `error` that it ended with."""
    try:
        return limited(step, seconds)
    except KeyboardInterrupt:
        raise
    except BaseException as x:
        return dict(error=f"{type(x).__name__}: {' '.join(str(x).split())}"[:200])


def run(names, has, keep, step, seconds, until=float("inf")):
    """Keeps the result of each name that is not there yet; the status is MORE where the time was up
    before all were done."""
    for name in names:
        if has(name):
            continue
        if time.monotonic() > until:
            return MORE
        result = result_of(lambda: step(name), seconds)
        keep(name, result)
        print(name, result.get("error") or result.get("reason") or "", flush=True)
    return 0
