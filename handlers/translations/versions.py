"""What an idea is in other languages, one by one: its own taken back, one hidden with a reason, one chosen."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.errors import Refusal
from bot.i18n.texts import Text, join, short
from bot.identity import names
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from bot.translating.scripts import mark
from handlers.ideas.store import ideas
from handlers.ideas.store.ideas import Idea
from handlers.translations import guards, store
from handlers.translations.store.made import Made
from handlers.translations.store.said import Said
from handlers.translations.words import language_name, t

WHOLE, EXCERPT = 2500, 300  # letters


@action()
async def look(context: Context, idea_id: int, position: int) -> None:
    await _show(context, idea_id, position, Where.INSTEAD)


@action()
async def look_below(context: Context, idea_id: int) -> None:
    """From a message that stays."""
    await _show(context, idea_id, 0, Where.BELOW)


@action()
async def listen(context: Context, translation_id: int) -> None:
    said, _ = await _on_board(context, translation_id)
    if said.media_id is None or (said.hidden_at is not None and not context.may(TEAM)):
        raise Refusal(t.nothing_there)
    await context.send_voice(said.media_id)


@action()
async def take_back(context: Context, translation_id: int) -> None:
    """Her own; pressed twice it is gone all the same."""
    said = await store.said.find(context.tx, context.place.id, translation_id)
    if said is not None:
        if said.person_id != context.person.id:
            raise Refusal(t.not_yours)
        await store.said.take_back(context.tx, said.id)
        await guards.forget_voices(context.notices, [said.media_id])
    await context.show(t.taken_back, [[guards.see(said.idea_id)]] if said is not None else [])


@action(TEAM)
async def hide(context: Context, translation_id: int) -> None:
    said, idea = await _on_board(context, translation_id)
    question = t.why_hide(words=short(said.words, EXCERPT) or "🎤")
    await context.ask(question, hear_why, said.id, back=look.button(t.back, idea.id, 0))


@action(TEAM)
async def hear_why(context: Context, translation_id: int, reason: str) -> None:
    """Whoever said it reads the reason."""
    said, idea = await _on_board(context, translation_id)
    if not (why := reason.strip()):
        raise Refusal(t.reason_please)
    if not await store.said.hide(context.tx, said.id, context.person.id, short(why, EXCERPT), context.now_ms):
        raise Refusal(t.hidden_already)
    await context.say(t.hidden, [[bring_back.button(t.bring_back, said.id)], [guards.see(idea.id)]])
    if said.person_id != context.person.id:
        told = t.yours_hidden(number=idea.number, reason=short(why, EXCERPT))
        await context.tell(said.person_id, told, [[guards.see(idea.id)]])


@action(TEAM)
async def bring_back(context: Context, translation_id: int) -> None:
    said, idea = await _on_board(context, translation_id)
    brought = await store.said.bring_back(context.tx, said.id)
    await context.show(t.brought_back, [[look.button(t.look, idea.id, 0)]])
    if brought and said.person_id != context.person.id:
        await context.tell(said.person_id, t.yours_back(number=idea.number), [[guards.see(idea.id)]])


@action(TEAM)
async def choose(context: Context, translation_id: int) -> None:
    said, idea = await _on_board(context, translation_id)
    await context.tx.lock(f"translations of idea {idea.id}")
    if said.hidden_at is not None or said.of_words != mark(idea.words):
        raise Refusal(t.not_this_one)
    await store.said.choose(context.tx, said, context.person.id, context.now_ms)
    context.toast(t.chosen)
    await _show(context, idea.id, 0, Where.INSTEAD)


@action()
async def put_away(context: Context, machine_translation_id: int) -> None:
    """Of the machine's: by the team, or by the author of the idea."""
    made = await store.made.find(context.tx, context.place.id, machine_translation_id)
    if made is None:
        raise Refusal(t.nothing_there)
    idea = await guards.check_on_board(context, made.idea_id)
    if not (context.may(TEAM) or idea.person_id == context.person.id):
        raise Refusal(t.not_yours)
    await store.made.put_away(context.tx, made.id)
    await context.show(t.put_away_done, [[guards.see(idea.id)]])


async def _show(context: Context, idea_id: int, position: int, where: Where) -> None:
    """Those that others may read, what is hidden too for the team; the machine's last."""
    idea = await guards.check_on_board(context, idea_id)
    said = await store.said.of_idea(context.tx, idea.id)
    me = context.person.id
    kept = [one for one in said if one.hidden_at is None or context.may(TEAM) or one.person_id == me]
    found: list[Said | Made] = [*kept, *await store.made.of_idea(context.tx, idea.id)]
    if not found:
        raise Refusal(t.nothing_there)
    at = position if 0 <= position < len(found) else 0
    one = found[at]
    rows = await _rows_of_said(context, idea, one) if isinstance(one, Said) else _rows_of_made(context, idea, one)
    if at + 1 < len(found):
        rows.append([look.button(t.next_, idea.id, at + 1)])
    text = _said(context, idea, one) if isinstance(one, Said) else _made(idea, one)
    await context.show(text, rows, back=guards.to_card(idea.id), where=where)


def _said(context: Context, idea: Idea, one: Said) -> Text:
    whose = t.a_neighbour
    if one.person_id == context.person.id:
        whose = t.you
    elif context.may(TEAM):
        whose = names.called(one.name, 30)
    notes = [t.spoken_only] if one.media_id is not None else []
    if one.of_words != mark(idea.words):
        notes.append(t.is_old)
    if one.chosen_at is not None:
        notes.append(t.is_chosen)
    if one.hidden_at is not None:
        notes.append(t.is_hidden(reason=one.reason))
    words = short(one.words, WHOLE) or "🎤"
    text = t.version(number=idea.number, language=language_name(one.language), whose=whose, words=words)
    return join(text, *notes)


def _made(idea: Idea, one: Made) -> Text:
    language, words = language_name(one.language), short(one.words, WHOLE)
    text = t.version(number=idea.number, language=language, whose=t.a_machine(host=one.host), words=words)
    return text if one.of_words == mark(idea.words) else join(text, t.is_old)


async def _rows_of_said(context: Context, idea: Idea, one: Said) -> list[list[Button]]:
    rows: list[list[Button]] = []
    if one.person_id == context.person.id:
        rows.append([take_back.button(t.take_back, one.id)])
    elif context.may(TEAM):
        rows.append([bring_back.button(t.bring_back, one.id) if one.hidden_at else hide.button(t.hide, one.id)])
    if one.media_id is not None:
        rows.append([listen.button(t.listen(language=language_name(one.language)), one.id)])
    elif context.may(TEAM) and one.hidden_at is None and one.of_words == mark(idea.words):
        shown = await store.said.shown(context.tx, idea.id, one.language, one.of_words)
        # Also of the one that is shown by itself: chosen, it stays until the team chooses another.
        if shown is not None and (shown.id != one.id or one.chosen_at is None):
            rows.append([choose.button(t.choose, one.id)])
    return rows


def _rows_of_made(context: Context, idea: Idea, one: Made) -> list[list[Button]]:
    may = context.may(TEAM) or idea.person_id == context.person.id
    return [[put_away.button(t.put_away, one.id)]] if may else []


async def _on_board(context: Context, translation_id: int) -> tuple[Said, Idea]:
    """Whose idea is hidden or taken back is nowhere to be found, whatever number is pressed."""
    said = await store.said.find(context.tx, context.place.id, translation_id)
    idea = await ideas.find(context.tx, context.place.id, said.idea_id) if said else None
    if said is None or idea is None or not idea.public:
        raise Refusal(t.nothing_there)
    return said, idea
