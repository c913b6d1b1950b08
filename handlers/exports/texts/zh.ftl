menu-export = 导出数据（负责人）
what-it-is = 📦 <b>把{ $place }的经过存成文件</b>
    建议、留言、投票总数和活动，有表格软件能打开的 CSV，也有 JSON。里面没有名字，人只用编号代替，每次导出都会换。谁投了什么，永远不在里面。
nobody-yet = 还没有人导出过。谁导出了，所有负责人都能在这里看到。
on-record = 导出记录，所有负责人都能看到：
taken-by = · { $name }，{ $at }
taken-by-nobody = · 已经离开的人，{ $at }
taken-at-command = · 在命令行，{ $at }
make-it = 📦 生成文件
back = ⬅ 返回
here = 📦 { $place }的数据。这些都是邻居们写的，请放在只有团队能打开的地方。
not-made = 文件这会儿没做出来。请过几分钟再发一次 /export。
