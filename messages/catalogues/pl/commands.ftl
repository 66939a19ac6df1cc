# Przeczytane przez osobę, dla której polski jest językiem ojczystym: jeszcze nie.

bot-description = Wspólnie pyta, które tematy są dla Ciebie najważniejsze – przed warsztatem i po nim – i pokazuje, co wyszło. Odpowiedzi pokazujemy tylko zbiorczo. Zajmie to 2 minuty.
bot-short-description = Powiedz, co jest najważniejsze w Twoim mieście.
command-survey = Odpowiedz na pytania albo zmień odpowiedzi
command-workshops = Warsztaty, które trwają i nadchodzą
command-join = Zapisz się na warsztat
command-summary = Co wyszło z ankiety
command-card = Twoje tematy przed warsztatem i po nim
command-settings = Język, prosty widok, przypomnienia
command-language = Zmień język
command-mydata = Wszystko, co o Tobie wiemy
command-privacy = Jak dbamy o dane
command-forget = Usuń moje dane
command-stop = Bez wiadomości
command-help = Co to jest i kogo zapytać
