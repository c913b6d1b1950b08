# 机器自己的话。
back = ⬅ 返回
home = 🏠 首页
help = ❓ 帮助
old-button = 这个按钮过期了，请回首页再点一次。
not-allowed = 抱歉，这一步由别的角色来做。需要的话请找志愿者。
something-broke = 抱歉，我们这边出错了。之前保存的都还在，请再试一次。
not-saved = 现在没能保存，请过一会儿再发一次。
unknown-command = 我不认识 { $command }。点“帮助”看看我能做什么。
not-understood = 我没太明白。请换个说法，或从下面选。
expected-words = 谢谢！这里需要几句文字，请打字发给我。
expected-photo = 谢谢！这里需要一张照片，请发一张。
expected-voice = 谢谢！这里需要一段语音，请按住麦克风说话。
expected-location = 谢谢！这里需要一个位置，请用 📎 分享位置。
expected-number = 谢谢！这里需要一个数字，比如 3。
too-long = 有点太长了，请控制在 { $limit } 个字以内。
relay-open = 打开：{ $link }
relay-open-button = 打开看看
group-private = 和我单独聊
picture-too-many-pixels = 这张图片太大，打不开。请发小一点的，或截一张图。
picture-not-a-picture = 这个文件不是我认识的图片，请发一张照片。
picture-broken = 这张图片传坏了，请再发一次。
picture-too-large = 这个图片文件太大，请用“照片”方式发，不要用文件。
picture-kept-back = 这张照片暂时先不展示
picture-gone = 这张照片已经不在了
edited-cannot = 修改已发的消息在这里不起作用，请重新发一条。
# 时间怎么显示。
clock-beijing = 北京时间
clock-xinjiang = 新疆时间
two-clocks = { $first } { $first_clock }（{ $second_clock } { $second }）
day-and-time = { $day } { $time }

# 人们打字说时间时用的词，用“|”隔开；只给 times.py 读。
read-today = 今天|今日|今晚|今早|今儿
read-tomorrow = 明天|明日|明晚|明早|明儿
read-in-two-days = 后天|後天
read-in-three-days = 大后天|大後天
read-this-week = 这|這|本
read-next-week = 下
read-week-after-next = 下下
read-morning = 凌晨|清晨|早上|早晨|上午|今早|明早|早
read-noon = 中午|正午
read-afternoon = 下午|午后
read-evening = 半夜|深夜|午夜|晚上|晚间|傍晚|夜里|夜晚|今晚|明晚|晚
read-half = 半
read-beijing = 北京时间|北京時間
read-xinjiang = 新疆时间|新疆時間|乌鲁木齐时间|本地时间|当地时间
read-not-yet = 周|星期|礼拜|月|年|天后|小时|分钟|昨|前天|上周
