"""What benchmarks of whole runs share: the command they run, what a run took, and what its plan is worth."""
import json, os, subprocess, sys, time

CADRE = os.environ.get("CADRE", f"{os.path.dirname(os.path.abspath(__file__))}/../.build/release/cadre")


def measured(*arguments):
    """Seconds by the clock and the largest resident set in MB of `cadre` with these arguments; ends where it fails."""
    began = time.monotonic()
    process = subprocess.Popen([CADRE, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"cadre {' '.join(arguments)} ended with status {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - began, usage.ru_maxrss / 1024


def planned(plan, *arguments):
    """Runs `cadre` with these arguments so that it writes the plan, and verifies that.

    Returns seconds and MB of the run, and the plan's cost, bound and gap (a share of the cost in percent).
    """
    seconds, megabytes = measured(*arguments, "--output", plan)
    measured("verify", plan)
    with open(plan) as file:
        part = json.load(file)["certificate"]["timetable"]
    cost, bound = part["objective"], part["bound"]
    return seconds, megabytes, cost, bound, 100 * (cost - bound) / cost if cost else 0
