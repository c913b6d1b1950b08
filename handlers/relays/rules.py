"""Which services there are, in two steps of three, and what a new relay gets at first."""

from bot.relay.services import Service, Topic

MOST = 12  # relays of one place
ROBOTS = (Service.WECOM, Service.DINGTALK, Service.FEISHU)
# They may insist on a keyword; every message begins with the name of the place.
WITH_KEYWORD = (Service.DINGTALK, Service.FEISHU)
ADDRESSES = (Service.EMAIL, Service.MATRIX, Service.NTFY)
# A group of Telegram is most often the team's own; what else there is may be read by anybody.
FIRST = {Service.TELEGRAM: frozenset({Topic.TEAM, Topic.EVENTS})}
USUALLY = frozenset({Topic.EVENTS, Topic.WEEKLY})


def first_topics(service: Service) -> frozenset[Topic]:
    return FIRST.get(service, USUALLY)
