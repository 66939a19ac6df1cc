# Read by a native speaker of English: not yet.

title = <b>{ $title }</b>
note = <i>{ $text }</i>
quoted = “{ $text }”
chosen = ✓ { $label }
    .simple = Chosen: { $label }
not-given = not given

language-pl = Polski
language-uk = Українська
language-en = English

back = ‹ Back
    .simple = Back
next = Next
skip = Skip
to-start = All workshops
to-list = ‹ All workshops
    .simple = All workshops
to-settings = Settings
to-help = Help
to-mydata = My data
to-privacy = Privacy
to-forget = Delete my data
to-survey = Answer the questions
page-before = ‹ Previous
    .simple = Previous page
page-after = More ›
    .simple = Next page

# One sentence on a screen's first line.
outdated-button = That button is out of date. Below is what you can do now.
please-tap = Please choose one of the buttons below.
screen-broken = This screen could not be shown as it should be. The fault is ours and we know of it; your answers stay. From here you can go on.
unknown-command = I don’t know { $command }. All commands are in /help.
payload-unknown = That link is old or incomplete. Below is what you can do now.
back-again = Welcome back. We will remind you of workshops again.
other-media =
    { $kind ->
        [photo] We don’t look at photos. Write it in words or choose a button.
        [voice] We don’t listen to recordings. Write it in words or choose a button.
        [video_note] We don’t watch recordings. Write it in words or choose a button.
        [sticker] We can’t read stickers. Write it in words or choose a button.
        [video] We don’t watch videos. Write it in words or choose a button.
        [animation] We don’t watch videos. Write it in words or choose a button.
        [audio] We don’t listen to recordings. Write it in words or choose a button.
        [poll] We don’t answer polls in Telegram. Our own questions are below.
        [empty] We see no words here. Please write it again or choose a button.
        [venue] We don’t store places. You can give your district in the settings.
        [location] We don’t store locations. You can give your district in the settings.
        [contact] We don’t store contacts. Write it in words or choose a button.
        [document] We don’t open files. Write it in words or choose a button.
        [edited] Editing a sent message changes nothing. Please write it again in a new one.
       *[other] We can’t read this. Write it in words or choose a button.
    }

where-both = { $place }, and online
where-online = online
where-later = the place will be announced
meeting-line = { $when }, { $where }
workshop-line = Workshop: { $when }, { $where }.
funding-line = <i>{ $funding }</i>
example-warning = <b>An example.</b> This is not a service of the City of Lublin.
