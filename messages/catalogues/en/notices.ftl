# Read by a native speaker of English: not yet.

offer-came = A place is free: { $title }
offer-until = We keep it for you until { $until }. Then it goes to the next person on the list.
offer-over = The time to answer has passed, and we no longer keep the place for you: { $title }
step-apology = Sorry, something could not be saved. The people who run this service know about it already. Please try again, or write to { $contact }
step-dead = One message could not be handled (row { $row }). The log has the details; once it is mended: ./wspolnie inbox retry
flood-notice = That was a lot of messages at once. Nothing gets lost: we read them one after another, as they came. Please give us a moment before you send more.
group-invitation = I only talk in private. Write to me: t.me/{ $bot }

health-bad = The service is in trouble: { $what }. What to do: ./wspolnie doctor. We write once more when all is well.
health-well = The service is well again.
health-wrong =
    { $what ->
        [inbox] a message has been waiting for over a minute
        [intake] Telegram could not be asked for messages in two minutes
        [sweep] the look at the timeline is late
        [clock] the server’s clock differs from Telegram’s by over a minute, so messages may go out at the wrong time
       *[database] the database does not answer
    }
file-not-made =
    { $what ->
        [pdf] We could not make the PDF: the server’s Chromium failed. Here is the same report as a page instead. You can print it from a browser.
       *[file] We could not make this file. Please try once more in a while.
    }
paid-rate-short = The bot has too few Telegram Stars for the paid fast rate. Nothing is lost: messages to many now go out at 30 a second, for nothing. Top up the bot's Stars, or set ALLOW_PAID_BROADCAST=false. The paid rate is tried again each hour.
