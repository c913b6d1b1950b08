menu-export = Data as a file (leads)
what-it-is = 📦 <b>What happened at { $place }, as a file</b>
    Ideas, comments, poll totals, events, what people made, how it goes on, what changes need and their money, tasks, permits, how busy the shop was, who decided, what experts answered and whether it is getting better here, as CSV for a spreadsheet and as JSON. Without names: people are numbers that change with every file. How somebody voted is never in it.
nobody-yet = Nobody has taken one yet. Who takes one stands here for all leads.
on-record = Taken so far, for all leads to see:
taken-by = · { $name }, { $at }
taken-by-nobody = · somebody who has left, { $at }
taken-at-command = · at the command line, { $at }
make-it = 📦 Make the file
back = ⬅ Back
here = 📦 The data of { $place }. It is what neighbours wrote: please keep it where only the team can open it.
not-made = The file could not be made just now. Please send /export again in a few minutes.
