# Read by a native speaker of English: not yet.

settings-head = <b>Settings</b>
settings-state =
    { $simple ->
        [on] Simple view: on.
       *[off] Simple view: off.
    } { $reminders ->
        [on] Reminders: on.
       *[off] Reminders: off.
    } Quiet hours: { $from }:00 to { $until }:00.
settings-stopped = Messages are stopped. We write only what you ask for, and about changes of a workshop that you are registered for.
settings-language = Language
settings-language-ask = Choose a language:
settings-simple_view-on = Turn the simple view on (screen reader)
settings-simple_view-off = Turn the simple view off
settings-theme_news-on = Tell me what becomes of my theme
settings-theme_news-off = Do not tell me what becomes of my theme
settings-digest-on = Turn on the morning digest for staff
settings-digest-off = Turn off the morning digest for staff
settings-reminders-on = Turn reminders on
settings-reminders-off = Turn reminders off
settings-quiet = Quiet hours
settings-quiet-ask = When should we not write? Choose, or write hours of your own, such as 22-7.
hours = { $from }:00–{ $until }:00
    .simple = from { $from }:00 to { $until }:00
quiet-saved = Saved: quiet from { $from }:00 to { $until }:00.
settings-profile = Profile
settings-profile-head = <b>Profile</b>
settings-messages-off = Stop messages
settings-messages-on = Send me messages again
stopped-note = Stopped. We will write only what you ask for. /start brings messages back.

mydata-head = <b>All that we know about you</b>
mydata-language = Language: { $language }
mydata-settings =
    { $simple ->
        [on] Simple view: on.
       *[off] Simple view: off.
    } { $reminders ->
        [on] Reminders: on.
       *[off] Reminders: off.
    } { $messages ->
        [on] Messages: yes.
       *[off] Messages: stopped.
    } Quiet hours: { $from }:00 to { $until }:00.
mydata-follows = You follow: { $series }
mydata-consents = Information read and consents:
mydata-consent =
    { $purpose ->
        [answering] answering questions
        [series] following a series
        [later_waves] later questions
        [needs] special needs
        [access] a workshop’s code
        [theme_news] what became of my theme
       *[other] other
    } (version { $version }, { $when }, language: { $language })
mydata-consent-withdrawn =
    { $purpose ->
        [answering] answering questions
        [series] following a series
        [later_waves] later questions
        [needs] special needs
        [access] a workshop’s code
        [theme_news] what became of my theme
       *[other] other
    } (version { $version }, { $when }, language: { $language }; taken back { $until })
mydata-consents-earlier = Earlier, before you said yes again:
mydata-consents-rest =
    { $count ->
        [one] And { $count } earlier entry, which is in the file.
       *[other] And { $count } earlier entries, which are in the file.
    }
mydata-ballot =
    { $kind ->
        [after] Answers after the workshop ({ $when }):
        [follow_up] Later answers ({ $when }):
       *[before] Answers before the workshop ({ $when }):
    }
mydata-role-owner = Role: responsible for the bot
mydata-role-organiser = Role: organising the workshop
mydata-role-staff = Role: staff of the office
mydata-role-facilitator = Role: facilitating the workshop
mydata-role-researcher = Role: research
mydata-more = The file also has the number of your Telegram account, unsent drafts, special needs, what you said about the areas, and the messages that we sent you.
mydata-more-work = Whoever has or had a role at workshops also finds there: roles and invitations, the record of what they did, requests to release results again, and that they are the contact for special needs.
mydata-get-file = Download as a file
mydata-file = Your data as a JSON file.

forget-ask = <b>Delete all that we know about you?</b> Answers (of closed questions too), registrations, profile, consents and settings. This cannot be undone. Your place at a workshop goes to the next person.
forget-not = Published totals stay; no single person can be seen in them.
forget-yes = Yes, delete everything
forget-no = No, leave it
forgotten = Deleted. We know nothing about you any more.
forgotten-not = We cannot call back: this chat in Telegram (you can delete it in the app), files already downloaded, and paper. Backups disappear in their own time. Questions: { $contact }.

object =
    { $basis ->
        [consent] I withdraw my consent
       *[public_task] I object
    }
object-ask =
    { $basis ->
        [consent] Withdraw your consent? We will delete your answers, group, district and age, and ask you nothing more. Your registration, special needs and the series you follow stay; we show at once how to take them back. It counts from now on: what was done before stays lawful.
       *[public_task] Do you object? We will delete your answers, group, district and age, and ask you nothing more. Your registration, special needs and the series you follow stay; we show at once how to take them back.
    }
object-yes =
    { $basis ->
        [consent] Yes, I withdraw my consent
       *[public_task] Yes, I object
    }
object-no = No, leave it as it is
objected =
    { $basis ->
        [consent] Your consent is withdrawn and your answers are deleted.
       *[public_task] Your objection is accepted and your answers are deleted.
    } Questions are answered by { $office }: { $contact }. If you want to come back, /start is enough.
objected-left = What stands on the buttons below stays: a registration, special needs or series that you follow. Each button takes one of them back. Later you find them in /privacy, and /forget deletes everything at once.
take-back-needs = Delete special needs: { $title }
take-back-leave = Give up my place: { $title }
take-back-unfollow = Stop following: { $title }
taken-back = Taken back.

help-what = <b>What is this?</b> The bot Wspólnie asks what matters to residents, before a workshop and after it. Behind it: { $office }.
help-data = <b>What about my data?</b> Results are shown only in total. Details: /privacy. Your data: /mydata. Erasure: /forget.
help-human = <b>Would you rather ask a person?</b> { $contact }
help-work = <b>In your role:</b>
help-command = /{ $name } – { $what }
help-commands = <b>Commands:</b> /survey – questions, /workshops – list, /join – register, /summary – what came out, /card – my themes before and after, /settings, /language, /stop – no messages, /start – back again.
help-page = The office’s page

theme-news-ask = Would you like to know what becomes of your theme? We write when the office accepts it, counts it with another one, or does not accept it. Nobody at the office sees whom we write to.
theme-news-yes = Yes, write to me
theme-news-no = No need
theme-news-yes-note = We write when something is decided. You can turn it off in /settings.
theme-news-no-note = All right, we will not. You can change it in /settings.
theme-news-accept = Your theme “{ $words }” is accepted: everybody can choose it now as “{ $theme }”.
theme-news-merge = Your theme “{ $words }” now counts together with “{ $theme }”.
theme-news-split = Your theme “{ $words }” is a theme of its own again: “{ $theme }”.
theme-news-reject = Your theme “{ $words }” was not accepted. Why: { $reason }
theme-news-stop = You can turn these messages off in /settings.
