# Read by a native speaker of English: not yet.

choose-language = Wybierz język · Оберіть мову · Choose a language
notice-hello = Hello! This is Wspólnie, run by { $office }.
notice-what = We ask which themes matter most to you – before a workshop and after it. It takes 2 minutes.
notice-data =
    Results are shown only in total. Themes and reasons that you write are read by people at the office, without your name. Messages pass through Telegram.
notice-research = The answers will also become a research file: a row for each theme chosen, with your group, district and age if you tell them. No names and no words of your own, and a new code in each copy. Only people whom the office gave the right to it will get it.
notice-research-where = This is about the workshops: { $workshops }
notice-new-version = The information about data has changed. Please read it before we go on.
notice-first = Please read this short information first, then choose a button.
notice-agree =
    { $basis ->
        [consent] I agree
       *[public_task] I have read this, let’s start
    }
notice-details = What exactly do you store?
notice-refuse = No, thank you
refused =
    { $known ->
        [yes] That is fine. We store nothing new about you. What we already have stays: /mydata shows it, /forget deletes it.
       *[no] That is fine. We store nothing about you but the number of your Telegram account and your language.
    } If you change your mind, /start is enough.
refused-after-all = I’d like to after all

details-head = <b>What we store and what for</b>
details-controller = Data controller: { $controller }. Data protection officer: { $officer }.
details-purpose =
    { $basis ->
        [consent] What for: to know what matters to residents. Basis: your consent (art. 6(1)(a) GDPR). { $basis-text }
       *[public_task] What for: to know what matters to residents. Basis: a task in the public interest (art. 6(1)(e) GDPR). { $basis-text }
    }
details-what = What: the number of your Telegram account (not your phone number), your language, your answers and, if you wish, your registration for a workshop (with your name in Telegram), your group, district and age band.
details-who = Who sees it: results are for everybody, but only in total and without small groups. Themes and reasons in your own words are read by people at the office, without names. Nobody sees a name beside an answer.
details-how-long =
    { $links ->
        [one] How long: the link between you and your answers goes { $links } day after the summary,
       *[other] How long: the link between you and your answers goes { $links } days after the summary,
    } { $names ->
        [one] the name you registered with { $names } day after the workshop,
       *[other] the name you registered with { $names } days after the workshop,
    } { $needs ->
        [one] special needs { $needs } day after it.
       *[other] special needs { $needs } days after it.
    }
details-backups =
    { $days ->
        [one] Backups are kept for { $days } day.
       *[other] Backups are kept for { $days } days.
    }
details-telegram = Telegram is a controller of its own. A chat with a bot is not end-to-end encrypted, and messages may leave the European Union. Telegram is for people from 16; younger people can answer on paper.
details-rights =
    { $basis ->
        [consent] Your rights: access and a file (/mydata), erasure (/forget), withdrawing consent (/privacy), a complaint to the President of UODO. No decision about you is made automatically.
       *[public_task] Your rights: access and a file (/mydata), erasure (/forget), objection (/privacy), a complaint to the President of UODO. No decision about you is made automatically.
    }
details-contact = Contact: { $contact }. Page: { $page }. Version of this information: { $version }.
