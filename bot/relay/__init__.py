"""Where news goes beside the people's own chats: Telegram groups, WeCom, DingTalk, Feishu, e-mail, Matrix, ntfy."""
