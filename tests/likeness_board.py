"""A board of thousands of ideas nobody had: drawn from what a street in three languages talks about, with a seed.

Wishes are other wishes than those of `likeness_pairs.tsv`, but places, reasons and ways of asking are shared
with them, so that finding a twin is as hard as on a board where everybody speaks of the same shop.
"""

import random

HOW_OFTEN = {"zh": 4, "ug": 3, "en": 3}

WISHES = {
    "zh": """加一台打印机|卖当天的报纸|放一个体重秤|门口摆几盆绿萝|把招牌换成新的|换一扇隔音的窗户|修一修漏雨的屋顶|装一个暖气片
    把地砖换成防滑的|开一个修鞋的小摊|代缴水电费|设一个失物招领处|放一台咖啡机|卖一些手工肥皂|给货架贴上标签|多进几种无糖的点心
    建一个沙坑|放一张乒乓球台|装两个篮球架|办一个画画比赛|请人来讲中医养生|教大家包饺子|开一个合唱班|周五放露天电影
    种几棵苹果树|把枯树锯掉|给草坪浇浇水|挖一条排水沟|把坑洼的路面铺平|装几个减速带|修好歪了的栏杆|清一清下水道的淤泥
    给楼号写清楚|换一个结实的信箱|装个温度计|挂一口大钟|借打气筒和工具|收旧电池|分类回收玻璃瓶|做一个堆肥箱
    养几箱蜜蜂|搭一个鸡舍|修个小喷泉|给消防栓刷红漆|开一间理发室|收银台多开一个|用布袋代替塑料袋|卖散装的大米
    办一个集体生日会|组织去山里郊游|请医生来量血压|设一个哺乳的小房间|把音箱的线收好|换掉吱呀响的大门|给楼梯刷防滑漆|院墙刷成米黄色
    装一面拐角镜|给外卖员留个休息的位置|老房子的电线理一理|通一通堵住的烟道|修修漏气的煤气管|粘好掉下来的瓷砖|换一把新锁|收集雨水来浇地""",
    "ug": """پرىنتېر قويۇش|گېزىت سېتىش|تارازا قويۇش|دەرىزە ئالدىغا گۈل تىزىش|ۋىۋىسكىنى يېڭىلاش|ئاۋاز ئۆتمەيدىغان دېرىزە ئورنىتىش|ئۆگزىنى ياماش
    پار قويۇش|پولنى تېيىلمايدىغان قىلىش|ئاياغ ياماش ئورنى ئېچىش|توك پۇلىنى تاپشۇرۇش|يۈتكەن نەرسىلەرنى ساقلاش|قەھۋە ماشىنىسى قويۇش|قول ھۈنەر سوپۇنى سېتىش
    جازىغا نام چاپلاش|شېكەرسىز پېچىنە سېتىش|قۇم ئويۇن مەيدانى ياساش|تىكتاك توپ ئۈستىلى قويۇش|ۋاسكېتبول تاختىسى ئورنىتىش|رەسىم مۇسابىقىسى ئۆتكۈزۈش
    تېۋىپ چاقىرىپ سۆزلىتىش|چۆچۈرە تۈگۈشنى ئۆگىتىش|خور ئۆمىكى قۇرۇش|جۈمە كۈنى كىنو قويۇش|ئالما كۆچىتى تىكىش|قۇرۇغان شاخلارنى كېسىش|چىملىقنى سۇغىرىش
    ئېرىق چېپىش|ئويمان يولنى تۈزلەش|سۈرئەت تۆۋەنلەتكۈچ ئورنىتىش|قىيسايغان سالاسۇننى رۇسلاش|ئاقارنى تازىلاش|بىنا نومۇرىنى يېزىش|خەت ساندۇقىنى ئالماشتۇرۇش
    تېرمومېتىر ئېسىش|چوڭ سائەت ئېسىش|پوپ ئارىيەت بېرىش|كونا باتارېيە يىغىش|شېشە ئايرىپ يىغىش|ئوغۇت ساندۇقى ياساش|ھەسەل ھەرىسى بېقىش|توخۇ كاتىكى ياساش
    فونتان ياساش|ئوت ئۆچۈرۈش ئۈسكۈنىسى قويۇش|ساتىراشخانا ئېچىش|ھېسابات ئورنىنى كۆپەيتىش|رەخت خالتا ئىشلىتىش|كىلولۇق گۈرۈچ سېتىش|تۇغۇلغان كۈن ئۆتكۈزۈش
    تاغقا ساياھەت قىلىش|قان بېسىمىنى ئۆلچەش|بوۋاق ئېمىتىش ئۆيى راسلاش|ئېغىر دەرۋازىنى ياغلاش|تامنى سېرىق سىرلاش|دوقمۇشقا ئەينەك ئورنىتىش|توك سىملىرىنى رەتلەش
    مورا تازىلاش|گاز تۇرۇبىسىنى تەكشۈرۈش|چۈشۈپ كەتكەن كاھىشنى چاپلاش|قۇلۇپ ئالماشتۇرۇش|يامغۇر سۈيىنى يىغىش|كىيىم تىكىش كۇرسى ئېچىش|بالىلارغا چۆچەك ئوقۇش""",
    "en": """buy a printer|sell the daily papers|put up a weighing scale|hang baskets of ivy|renew the shop sign|fit a soundproof window|mend the leaking roof
    add a radiator|lay non-slip tiles|open a cobbler's stall|let us pay the electricity bill|keep a lost and found box|get a coffee machine|sell handmade soap
    label the shelves|stock sugar-free biscuits|dig a sandpit|set up a ping-pong table|mount two basketball hoops|hold a drawing contest|invite a herbalist to talk
    teach us to fold dumplings|start a choir|show films on Friday|plant apple trees|saw off the dead branches|water the lawn|dig a drainage ditch|level the bumpy lane
    add speed bumps|straighten the bent fence|flush the drains|write the house numbers clearly|replace the letterbox|hang a thermometer|put up a big clock
    lend out a bicycle pump and tools|collect old batteries|sort glass bottles|build a compost box|keep bees|build a chicken coop|make a little fountain
    check the fire hydrant|open a hairdresser's|add a second till|use cloth bags instead of plastic|sell loose rice|hold a shared birthday party|hike in the mountains
    measure blood pressure|make a nursing room|oil the creaking gate|paint the stairs with non-slip paint|paint the yard wall yellow|fix a mirror at the blind corner
    leave a seat for couriers|tidy the electric wires|sweep the chimney|check the gas pipe|glue the loose tiles|change the lock|collect rain water|teach sewing""",
}
PLACES = {
    "zh": "店里|店门口|院子里|街角|墙边|台阶旁边|大树下面|路灯底下|停车的地方|小路边|楼道里|厕所旁边|公交站那边|花坛旁|后门|",
    "ug": "دۇكاندا|ئىشىك ئالدىغا|ھويلىدا|كوچا دوقمۇشىدا|تام يېنىغا|پەلەمپەي يېنىدا|چوڭ دەرەخ ئاستىغا|چىراغ تۈۋىدە|يول بويىدا|كارىدوردا|"
    "ھاجەتخانا يېنىدا|بېكەتتە|گۈللۈك يېنىدا|ئارقا ئىشىكتە|",
    "en": "in the shop|by the entrance|in the yard|at the street corner|by the wall|near the steps|under the big tree|below the street lamp|"
    "where the cars park|along the path|in the stairwell|next to the toilet|at the bus stop|by the flower bed|at the back door|",
}
REASONS = {
    "zh": "老人方便些|孩子们会高兴|晚上太黑不安全|夏天太热|冬天太冷|现在又脏又乱|我们等了很久|下雨的时候更麻烦|早上上班的人很着急|声音太吵|"
    "看着也好看|大家可以坐下聊天|推婴儿车的人过不去|走路怕摔跤|别的小区都有|花不了多少钱|我可以来帮忙|",
    "ug": "چوڭلارغا قۇلاي بولاتتى|بالىلار خۇش بولىدۇ|كېچىسى قاراڭغۇ، خەتەرلىك|يازدا بەك ئىسسىق|قىشتا بەك سوغۇق|ھازىر بەك پاسكىنا|ئۇزۇن ساقلىدۇق|"
    "يامغۇر ياغسا تېخىمۇ تەس|ئەتىگەندە ئالدىراش بولىمىز|ئاۋازى بەك قاتتىق|چىرايلىق كۆرۈنىدۇ|ھەممەيلەن ئولتۇرۇپ پاراڭلىشالايمىز|"
    "بالا ھارۋىسى ئۆتەلمەيدۇ|يىقىلىپ كېتىمىز دەپ قورقىمىز|باشقا ھويلىلاردا بار|مەنمۇ ياردەم قىلىمەن|",
    "en": "it would help the elderly|the children would love it|it is dark and not safe at night|it is too hot in summer|it is too cold in winter|"
    "it is dirty now|we have waited so long|it gets worse when it rains|people going to work are in a hurry|it is too loud|it would look nice|"
    "we could sit and talk|prams do not get through|people may slip and fall|other streets have one|it does not cost much|I can help|",
}
WAYS = {
    "zh": "{place}{wish}吧，{reason}|能不能{place}{wish}？{reason}|希望{place}可以{wish}，{reason}|建议{place}{wish}。{reason}|{reason}，{place}{wish}行吗|请{place}{wish}",
    "ug": "{place} {wish} كېرەك، {reason}|{place} {wish} بولامدۇ؟ {reason}|{reason}، {place} {wish} نى ئويلاشساڭلار|{place} {wish} بولسا ياخشى بولاتتى|{reason}. {wish} {place}",
    "en": "Please {wish} {place}, {reason}|Could you {wish} {place}? {reason}|{reason}, so let's {wish} {place}|It would be nice to {wish} {place}|I wish we could {wish} {place}. {reason}",
}


def ideas(many: int, seed: int = 1) -> list[str]:
    """The same ones for the same seed."""
    chance = random.Random(seed)
    languages = list(HOW_OFTEN)
    chosen = chance.choices(languages, list(HOW_OFTEN.values()), k=many)
    return [_idea(language, chance) for language in chosen]


def _idea(language: str, chance: random.Random) -> str:
    wish = chance.choice([one.strip() for line in WISHES[language].splitlines() for one in line.split("|")])
    place = chance.choice(PLACES[language].split("|"))
    reason = chance.choice(REASONS[language].split("|"))
    said = chance.choice(WAYS[language].split("|")).format(place=place, wish=wish, reason=reason)
    return " ".join(said.split()).strip(" ,，،。.")
