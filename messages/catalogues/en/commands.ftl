# Read by a native speaker of English: not yet.

bot-description = Wspólnie (“together”) asks which themes matter most to you – before a workshop and after it – and shows what came out. Answers are shown only in total. It takes 2 minutes.
bot-short-description = Say what matters most in your town.
command-survey = Answer the questions or change your answers
command-workshops = Workshops that are on or coming up
command-join = Register for a workshop
command-summary = What came out of the survey
command-card = Your themes before the workshop and after it
command-settings = Language, simple view, reminders
command-language = Change the language
command-mydata = All that we know about you
command-privacy = How we look after data
command-forget = Delete my data
command-stop = No messages
command-help = What this is and who to ask
