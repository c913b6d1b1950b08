"""`python -m tests.bench`: runs every measurement and prints one table."""

import argparse
import os
import tempfile
from pathlib import Path

from tests.bench import buttons, fake_alone, growth, processes, restoring, sentences, startup, throughput, typesetting
from tests.bench.contestants import ECHO, NESTBOX

PARTS = ("alone", "updates", "start", "buttons", "restore", "growth", "typesetting", "sentences", "processes")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures Nestbox beside a bare python-telegram-bot echo bot.")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--updates", type=int, default=3_000)
    parser.add_argument("--people", type=int, default=10_000, help="who the broadcast goes to")
    parser.add_argument("--ideas", type=int, default=10_000, help="in the town that is restored")
    parser.add_argument("--pictures", type=int, default=500, help="in the town that is restored")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 10_000, 100_000], help="ideas in a town")
    parser.add_argument("--taps", type=int, default=60, help="one a second while the broadcast runs")
    parser.add_argument("--only", choices=PARTS, action="append", help="one part; may be given several times")
    parser.add_argument("--echo-only", action="store_true", help="the yardstick without Nestbox")
    return parser.parse_args()


def row(what: str, value: str) -> None:
    print(f"  {what:<62}{value:>18}", flush=True)


def _alone() -> None:
    alone = fake_alone.measure(10_000)
    row("fake Telegram alone, sendMessage", f"{alone.per_second:,.0f} /s")
    row("  its processor time a call", f"{alone.cpu:,.0f} µs")


def _updates(folder: Path, arguments: argparse.Namespace) -> None:
    names = [ECHO] if arguments.echo_only else [ECHO, NESTBOX]
    rounds = throughput.interleaved(names, folder, arguments.rounds, arguments.updates)
    for name, done in rounds.items():
        every = ", ".join(f"{each.per_second:,.0f}" for each in done)
        median = throughput.median
        row(f"{name}: updates answered, median ({every})", f"{median(done, lambda r: r.per_second):,.0f} /s")
        row("  its processor time an update", f"{median(done, lambda r: r.bot_cpu):,.0f} µs")
        row("  the fake's processor time an update", f"{median(done, lambda r: r.fake_cpu):,.0f} µs")
        row("  memory after first meetings", f"{median(done, lambda r: r.idle_mb):,.0f} MB")
        row("  memory after the load", f"{median(done, lambda r: r.loaded_mb):,.0f} MB")
        row("  messages beyond one an update", f"{sum(each.extra_replies for each in done)}")
    if NESTBOX in rounds:
        ratio = [ours.per_second / bare.per_second for ours, bare in zip(*reversed(rounds.values()), strict=True)]
        row("Nestbox : echo, median of the rounds", f"{sorted(ratio)[len(ratio) // 2]:.2f}")


def _start(folder: Path) -> None:
    start = startup.measure(folder)
    for what, one in (
        ("without any bytecode, empty folder", start.bare),
        ("cold start (installed just now, empty folder)", start.cold),
        ("warm start", start.warm),
    ):
        row(f"Nestbox: {what}: ready, processor", f"{one.ready:.2f} s, {one.cpu:.2f} s")
    row("Nestbox: memory idle", f"{start.idle_mb:,.0f} MB")


def _buttons(folder: Path, arguments: argparse.Namespace) -> None:
    presses = buttons.measure(folder, arguments.people, arguments.taps)
    row(
        f"{presses.count} taps during a broadcast to {arguments.people:,}: answered p50",
        _ms(presses.answered_p50),
    )
    row("  answered p95 / longest", f"{_ms(presses.answered_p95)} / {_ms(presses.answered_max)}")
    row("  seen on the screen p50", _ms(presses.shown_p50))
    row("  seen on the screen p95 / longest", f"{_ms(presses.shown_p95)} / {_ms(presses.shown_max)}")
    row("  never answered / never seen", f"{presses.unanswered} / {presses.unshown}")
    row("  broadcast meanwhile", f"{presses.told_per_second:.1f} /s")
    row("  429 given / calls inside a closed window", f"{presses.given_429} / {presses.inside_closed}")


def _restore(folder: Path, arguments: argparse.Namespace) -> None:
    drill = restoring.measure(folder, arguments.ideas, arguments.pictures)
    town = f"{arguments.ideas:,} ideas, {arguments.pictures} pictures ({drill.megabytes:,.0f} MB)"
    row(f"backup of {town}", f"{drill.backup:.1f} s")
    row("  a damaged database refuses to start, and names the command", f"{drill.refused:.1f} s")
    row("  restore", f"{drill.restore:.1f} s")


def _sentences() -> None:
    costs = sentences.measure()
    row(f"{costs.files} Fluent files opened: processor / memory", f"{_ms(costs.opened)} / {costs.opened_mb:.1f} MB")
    row("  every sentence read besides", f"{_ms(costs.read)} / {costs.read_mb:.1f} MB")


def _typesetting() -> None:
    costs = typesetting.measure()
    for one in costs.drawn:
        row(f"{one.what}: processor, usually / the first time", f"{_ms(one.usual)} / {_ms(one.first)}")
        row("  its size", f"{one.kilobytes:,.0f} kB")
    row("letters of the poster that can be selected", f"{costs.selectable}")
    row("memory before and after all of them", f"{costs.memory_before:,.0f} / {costs.memory_after:,.0f} MB")


def _growth(arguments: argparse.Namespace) -> None:
    """The ratio is to the smallest town; processor time, since others share the machine."""
    walks = growth.measure(arguments.sizes)
    row("processor time of a screen, ideas in the town", " : ".join(f"{one.ideas:,}" for one in walks))
    for name, small in walks[0].took.items():
        took = [one.took[name] for one in walks]
        row(f"  {name}, ms (last : first {took[-1] / small:.2f})", " : ".join(f"{one:.1f}" for one in took))


def _processes(folder: Path, arguments: argparse.Namespace) -> None:
    """Interleaved; what counts is the ratio within a round, and of several rounds the one in the middle."""
    people = arguments.updates // processes.EACH
    with processes.server() as server:
        for name, measure, how_many in (
            ("web chat", processes.web, people),
            ("Telegram by webhook", processes.telegram, arguments.updates),
        ):
            rounds = [
                [measure(server, folder / f"{name}-{number}-{count}", count, how_many) for count in (1, 2, 4)]
                for number in range(arguments.rounds)
            ]
            _tell_loads(name, rounds)
        seen = processes.others(server, folder / "others", 3)
    row("another process's phone knows later: median / longest", f"{_ms(seen.later)} / {_ms(seen.latest)}")
    row("the sender killed: its successor sent after", _ms(seen.successor))
    row("  429 given / calls inside a closed window", f"{seen.given_429} / {seen.inside_closed}")


def _tell_loads(name: str, rounds: list[list[processes.Load]]) -> None:
    median = throughput.middle
    for loads in zip(*rounds, strict=True):
        row(
            f"{name}, {loads[0].processes} processes: updates answered",
            f"{median(o.per_second for o in loads):,.0f} /s",
        )
        row("  were a processor free for each of them", f"{median(o.apart for o in loads):,.0f} /s")
        row("  processor time an update, all together", f"{median(o.each for o in loads):,.0f} µs")
        busiest = median(max(one.bots) / sum(one.bots) for one in loads)
        row("  of it the busiest process / besides: PostgreSQL, the load", f"{busiest:.0%}")
        server = median(one.server / one.updates * 1e6 for one in loads)
        row("", f"{server:,.0f}, {median(o.load / o.updates * 1e6 for o in loads):,.0f} µs")
    twice = median(two.apart / one.apart for one, two, _ in rounds)
    row(
        "  2 : 1 processes, by processor time / by the clock",
        f"{twice:.2f} / {median(two.per_second / one.per_second for one, two, _ in rounds):.2f}",
    )
    row("  processor time an update, 4 : 1", f"{median(four.each / one.each for one, _, four in rounds):.2f}")


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms"


def main() -> None:
    arguments = _arguments()
    parts = arguments.only or PARTS
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} processors, load {load:.1f} before; {arguments.rounds} rounds, interleaved")
    with tempfile.TemporaryDirectory(prefix="nestbox-bench-") as kept:
        folder = Path(kept)
        if "alone" in parts:
            _alone()
        if "updates" in parts:
            _updates(folder / "updates", arguments)
        if "start" in parts and not arguments.echo_only:
            _start(folder / "start")
        if "buttons" in parts and not arguments.echo_only:
            _buttons(folder / "buttons", arguments)
        if "restore" in parts and not arguments.echo_only:
            _restore(folder / "restore", arguments)
        if "typesetting" in parts and not arguments.echo_only:
            _typesetting()
        if "sentences" in parts and not arguments.echo_only:
            _sentences()
        if "processes" in parts and not arguments.echo_only:
            _processes(folder / "processes", arguments)
        if "growth" in parts and not arguments.echo_only:
            _growth(arguments)


if __name__ == "__main__":
    main()
