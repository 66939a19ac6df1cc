# Read by a native speaker of English: not yet.

reg-ask = Will you take part?
reg-go = I’ll come
reg-room = I’ll come to the room
reg-online = I’ll be online
reg-wait-room = Wait for a place in the room
reg-wait-online = Wait for a place online
reg-decline = Not this time
reg-maybe = I don’t know yet
reg-full =
    { $way ->
        [online] All places online are taken. Registering puts you on the waiting list.
       *[room] All places in the room are taken. Registering puts you on the waiting list.
    }
reg-name-told =
    { $days ->
        [one] If you register, the organisers will see your name in Telegram. We delete it { $days } day after the workshop.
       *[other] If you register, the organisers will see your name in Telegram. We delete it { $days } days after the workshop.
    }
reg-state =
    { $state ->
        [going] { $way ->
            [online] You have a place: you’ll be online.
           *[room] You have a place in the room. See you there.
        }
        [waiting] { $way ->
            [online] You are on the waiting list for a place online. We will write when one is free.
           *[room] You are on the waiting list for a place in the room. We will write when one is free.
        }
        [offered] A place is free for you.
        [maybe] Saved: you don’t know yet.
        [cancelled] You have given your place back. Thank you for telling us.
       *[declined] Saved: not this time.
    }
reg-state-offered = A place is free for you. Please answer by { $until }.
reg-which-way = Would you rather be in the room or online? Choose a button, or write “in the room” or “online”.
reg-reminders =
    { $state ->
        [stopped] We will not remind you of the workshop, since messages are stopped. /start brings them back.
        [off] We will not remind you of workshops.
       *[on] We will remind you of the workshop.
    }
reg-reminders-on = Do remind me
reg-reminders-off = No reminders
reg-accept = I’ll take it
reg-refuse = No, thank you
reg-offer-gone = That offer of a place is out of date.
reg-over = Registration for this workshop is closed.
reg-change = I’ve changed my mind
reg-details = My registration
reg-cancel = I can’t come after all
reg-cancel-ask =
    { $state ->
        [waiting] Take you off the waiting list?
       *[going] Give your place back? It will be free for somebody else.
    }
reg-cancel-yes = Yes, I’ll give it up
reg-cancel-no = No, I’ll keep it
reg-calendar = Add to calendar
reg-ticket = My ticket
reg-map = Map
reg-file-calendar = Attached: the event for your calendar.
reg-file-ticket = This is your ticket. Please show it at the entrance.
reg-ticket-code = Ticket code: <code>{ $ticket }</code>
reg-file-comes = We send it in a separate message.
reg-link-later = You will get the link before the workshop.
reg-call = Join the online meeting
reg-code-ask = Are you in the call? Write the code that is shown there.
reg-code-wrong = That code is not right. Please check it on the screen of the call.
reg-checked-in = Your presence is confirmed.
reg-needs = Special needs

needs-consent =
    { $days ->
        [one] Tell us what you need in order to take part. This is data about health: we store it only with your consent, one person sees it ({ $contact }), and we delete it { $days } day after the workshop.
       *[other] Tell us what you need in order to take part. This is data about health: we store it only with your consent, one person sees it ({ $contact }), and we delete it { $days } days after the workshop.
    }
needs-agree = I agree
needs-remove = Delete what is stored
needs-options = Tick what concerns you. You can also write a few words.
needs-wheelchair = Wheelchair access
needs-loop = Hearing loop
needs-sign = Sign language interpreting
needs-print = Large print
needs-assistant = I’ll bring an assistant
needs-guide_dog = I’ll bring a guide dog
needs-quiet = A quieter place
needs-diet = Diet
needs-save = Save
needs-saved = Saved. Only the named person will see it.
needs-removed = Deleted.
needs-nothing = There is nothing to save yet.

profile-offer =
    { $count ->
        [one] { $count } short question about you
       *[other] { $count } short questions about you
    }
profile-ask-group = <b>Who are you at this table?</b>
profile-ask-district = <b>Which district do you live in?</b>
profile-ask-age_band = <b>How old are you?</b>
profile-why = We ask in order to see whether different groups say the same. Groups smaller than five people are not shown. You can skip this.
profile-keep = Keep it
profile-remove = Remove it
profile-done = Thank you, saved.
profile-line-group = Group: { $value }
profile-line-district = District: { $value }
profile-line-age_band = Age: { $value }
profile-edit-group = Change group
profile-edit-district = Change district
profile-edit-age_band = Change age
