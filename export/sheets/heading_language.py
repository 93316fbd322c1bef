"""Which of our languages the headings of a sheet are in, where they tell."""

from __future__ import annotations

from collections.abc import Sequence

from export.sheets.columns import column_named, fold, spread_words
from resources.words import spoken

_HEADINGS = {
    "nb": "kundereise, reise, fase, faser, steg, kundehandling, kundens handling, kundens handlinger,"
    " varighet, minutter, ventetid, bane, svømmebane, banetype, skjult, tekst, korttekst, innhold,"
    " kode, kanal, kanaler, eier, eiere, ansvarlig, avdeling, involvert, involverte, deltakere,"
    " følelse, følelser, opplevelse, ord, følelsesord, sannhetens øyeblikk, alvor, alvorlighet,"
    " belegg, kunnskap, verdi, kundeverdi, innsats, kostnad, gevinst, gevinster, merkelapper,"
    " stikkord, merknad, notat, kommentar, beskrivelse, lenker, lenke, måling, målinger, måltall,"
    " nøkkeltall, bredde, kundetilfredshet, kontaktpunkt, kontaktpunkter, sitat, sitater, tanker,"
    " hvem, smertepunkt, smertepunkter, smerte, utfordring, utfordringer, glede, gleder, spørsmål,"
    " glapp, idé, idéer, mulighet, muligheter, forbedring, løsning, tiltak, støttesystem,"
    " støtteprosess, bak kulissene, foran scenen, bilde, bilder, aktør, aktører, retningslinjer",
    "sv": "kundresa, resa, fas, steg, kundhandling, minuter, väntetid, bana, simbana, bantyp, dold, kort,"
    " korttext, innehåll, kod, kanal, kanaler, ägare, ansvarig, avdelning, involverad, involverade,"
    " känsla, känslor, upplevelse, ord, känsloord, sanningens ögonblick, allvar, allvarlighetsgrad,"
    " belägg, kunskap, värde, kundvärde, insats, kostnad, vinst, vinster, taggar, etiketter,"
    " anteckning, anteckningar, kommentar, beskrivning, länkar, länk, mätvärde, mätvärden, mätning,"
    " mätningar, nyckeltal, bredd, kundnöjdhet, beröringspunkt, beröringspunkter, kontaktpunkt,"
    " kontaktpunkter, citat, tankar, vem, smärtpunkt, smärtpunkter, utmaning, utmaningar, glädjeämne,"
    " fråga, frågor, lucka, idé, idéer, möjlighet, möjligheter, förbättring, lösning, åtgärd,"
    " åtgärder, stödsystem, stödprocess, bakom kulisserna, bild, bilder, aktör",
    "da": "kunderejse, rejse, fase, faser, trin, kundehandling, varighed, minutter, ventetid, bane,"
    " svømmebane, banetype, skjult, tekst, korttekst, indhold, kode, kanal, kanaler, ejer, ejere,"
    " ansvarlig, afdeling, involveret, involverede, medvirkende, følelse, følelser, oplevelse, ord,"
    " følelsesord, sandhedens øjeblik, alvor, alvorlighed, belæg, viden, værdi, kundeværdi, indsats,"
    " omkostning, pris, gevinst, gevinster, mærker, bemærkning, bemærkninger, notat, notater,"
    " kommentar, beskrivelse, forbindelser, måling, målinger, måletal, nøgletal, bredde,"
    " kundetilfredshed, kontaktpunkt, kontaktpunkter, berøringspunkt, berøringspunkter, citat,"
    " citater, tanker, hvem, smertepunkt, smertepunkter, smerte, udfordring, udfordringer, glæde,"
    " spørgsmål, idé, idéer, mulighed, muligheder, forbedring, løsning, tiltag, bag kulisserne,"
    " billede, billeder, aktør, aktører, retningslinjer",
}
"""Headings that are no English; English ones tell nothing, because every program writes them."""


def language_of(headings: Sequence[str]) -> str | None:
    """Tell which language half of the headings that we know are in, or more; None where they do not tell.

    Where two languages have as many of them, the one being spoken is preferred.
    """
    known = [fold(heading) for heading in headings if column_named(heading)]
    met = {name: sum(word in spread_words(words) for word in known) for name, words in _HEADINGS.items()}
    best = max(met, key=lambda name: (met[name], name == spoken()))
    return best if met[best] * 2 >= max(len(known), 1) else None
