"""Services outside as strict servers on loopback, certified by an authority of our own, under their real names."""

from tests.outside.certificates import make_certificates
from tests.outside.mail import MailServer
from tests.outside.matrix import Homeserver
from tests.outside.robots import RobotServer, ntfy, robot
from tests.outside.town import Outside, open_outside

__all__ = ["Homeserver", "MailServer", "Outside", "RobotServer", "make_certificates", "ntfy", "open_outside", "robot"]
