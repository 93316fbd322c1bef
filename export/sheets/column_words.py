"""The words people head the columns of a sheet with, and fill its cells with, in our four languages."""

from __future__ import annotations

from journey.model import CardKind, CardStatus, Contact, Knowledge, LaneKind, LinkKind, OwnershipRole, Phase

# English, Norwegian, Swedish, Danish, most usual words first; case, accents and punctuation do not matter.
FIELDS: dict[str, str] = {
    "journey": "journey, journey map, customer journey, kundereise, reise, kundresa, resa, kunderejse, rejse,"
    " kundereisekart, kundresekarta, kunderejsekort",
    "stage": "stage, stages, journey stage, journey phase, fase, faser, fas, livsfase",
    "phase": "phase, phases",
    "step": "step, steps, journey step, steg, trin, customer action, customer actions, user action,"
    " user actions, kundehandling, kundhandling, kundens handling, kundens handlinger, kundens aktivitet,"
    " aktivitet, activity",
    "minutes": "minutes, duration, time taken, varighet, varighed, minutter, minuter, tid, tidsbruk",
    "wait_minutes": "wait minutes, wait, wait time, waiting time, ventetid, väntetid",
    "lane": "lane, swimlane, bane, svømmebane, bana, simbana",
    "lane_kind": "lane kind, lane type, banetype, bantyp",
    "hidden": "hidden, skjult, dold",
    "kind": "kind, card kind, card type, type, slag, korttype, korttyp, typ, art",
    "text": "text, card, card text, content, tekst, korttekst, korttext, innhold, innehåll, indhold, kort",
    "code": "code, id, ref, kode, kod",
    "channel": "channel, channels, kanal, kanaler",
    "owner": "owner, owners, accountable, responsible, responsible team, team, department, eier, eigar,"
    " eiere, ansvarlig, ansvarleg, ansvar, avdeling, ägare, ansvarig, avdelning, ejer, ejere, afdeling,"
    " stakeholder",
    "involved": "involved, others involved, participants, involvert, involverte, involverad, involverade,"
    " involveret, involverede, medvirkende, deltakere",
    "feeling": "feeling, feelings, feeling score, emotion, emotions, score, mood, sentiment, følelse,"
    " følelser, kjensle, känsla, känslor, stemning, opplevelse, upplevelse, oplevelse",
    "word": "word, feeling word, emotion word, ord, følelsesord, känsloord",
    "persona": "persona, personas, personaer, persone, user type, customer type, segment, kundetype, kundtyp",
    "moment_of_truth": "moment of truth, mot, sannhetens øyeblikk, sanningens ögonblick,"
    " sandhedens øjeblik, key moment",
    "contact": "contact, contact kind, kontakt, kontakttype, kontakttyp",
    "severity": "severity, pain severity, alvor, alvorlighet, alvorlighetsgrad, allvar, allvarlighetsgrad,"
    " alvorlighed, alvorlighedsgrad",
    "evidence": "evidence, knowledge, belegg, belägg, belæg, kunnskap, kunskap, viden",
    "status": "status, card status, kortstatus",
    "value": "value, customer value, verdi, kundeverdi, värde, kundvärde, værdi, kundeværdi",
    "effort": "effort, innsats, insats, indsats",
    "cost": "cost, kostnad, omkostning, pris",
    "gain": "gain, gevinst, vinst",
    "tags": "tags, tag, labels, keywords, merkelapper, emneord, stikkord, taggar, etiketter, mærker, emneord",
    "note": "note, notes, comment, comments, details, notat, merknad, kommentar, kommentarer,"
    " anteckning, anteckningar, notater, bemærkning, bemærkninger, remarks",
    "description": "description, descriptions, card description, beskrivelse, beskrivelser, beskriving,"
    " beskrivning, beskrivningar",
    "links": "links, link, lenker, lenke, länkar, länk, forbindelser",
    "measures": "measures, measure, metric, metrics, kpi, kpis, måling, målinger, måltall, mätvärde,"
    " mätvärden, mätning, mätningar, måletal, nøgletal, nyckeltal, nøkkeltall",
    "span": "span, columns, bredde, bredd",
    "card_no": "card no",
    "lane_no": "lane no",
    "stage_no": "stage no",
    "step_no": "step no",
    "nps": "nps, net promoter score",
    "csat": "csat, customer satisfaction, kundetilfredshet, kundnöjdhet, kundetilfredshed",
    "ces": "ces, customer effort score",
}

KINDS: dict[CardKind, str] = {
    CardKind.ACTOR: "actor, actors, who, aktør, aktører, aktör, aktörer, hvem, vem, hvem deltar,"
    " who takes part, hvem er med, vilka är med",
    CardKind.PICTURE: "picture, pictures, storyboard, image, bilde, bilder, bild, billede, billeder",
    CardKind.QUOTE: "quote, quotes, thought, thoughts, thinking, sitat, sitater, citat, citater, tanker,"
    " tankar, utsagn",
    CardKind.TOUCHPOINT: "touchpoint, touchpoints, touch point, touch points, contact point, kontaktpunkt,"
    " kontaktpunkter, beröringspunkt, beröringspunkter, berøringspunkt, berøringspunkter",
    CardKind.PHYSICAL_EVIDENCE: "physical evidence, evidence physical, physical, props, fysiske bevis,"
    " fysisk bevis, fysiska bevis, fysiskt bevis, fysisk belegg, fysiske beviser",
    CardKind.FRONTSTAGE_ACTION: "frontstage action, frontstage, front stage, onstage, frontstage actions,"
    " employee action, employee actions, foran scenen, på scenen, fremme på scenen, handling foran scenen,"
    " handling på scenen",
    CardKind.BACKSTAGE_PROCESS: "backstage process, backstage, back stage, backstage processes,"
    " backstage action, backstage actions, bak kulissene, bakom kulisserna, bag kulisserne, bak scenen,"
    " bag scenen, bakom scenen, prosess bak kulissene, process bakom kulisserna, proces bag kulisserne",
    CardKind.SYSTEM: "system, systems, support process, support processes, supporting systems, systemer,"
    " støttesystem, støttesystemer, støtteprosess, stödsystem, stödprocess, it system, it systemer",
    CardKind.POLICY: "policy, policies, rule, rules, regel, regler, retningslinje, retningslinjer, riktlinje,"
    " riktlinjer, policyer, politik",
    CardKind.PAIN_POINT: "pain point, pain points, painpoint, painpoints, pain, pains, problem,"
    " problems, barrier, frustration, frustrations, smertepunkt, smertepunkter, smerte, smärtpunkt,"
    " smärtpunkter, problemer, utfordring, utfordringer, utmaning, utmaningar, udfordring, udfordringer",
    CardKind.GAIN: "gains, gain point, gain points, delight, delights, positives, gevinster, vinster, glede,"
    " gleder, glädjeämne, glädjeämnen, glæde, glæder, lyspunkt, lyspunkter, ljuspunkt, ljuspunkter",
    CardKind.QUESTION: "question, questions, open question, open questions, spørsmål, spørgsmål, fråga,"
    " frågor",
    CardKind.GAP: "gap, gaps, glapp, kunnskapshull, kunskapslucka, hul, videnhul, lucka",
    CardKind.IDEA: "idea, ideas, opportunity, opportunities, improvement, improvements, solution, solutions,"
    " improvement opportunities, idé, idéer, ideer, mulighet, muligheter, möjlighet, möjligheter, mulighed,"
    " muligheder, forbedring, forbedringer, förbättring, förbättringar, løsning, lösning, tiltaksidé",
    CardKind.ACTION: "action, actions, to do, tiltak, åtgärd, åtgärder, handling, handlinger, tiltag",
    CardKind.NOTE: "sticky note, sticky notes, free note, note card, fritt notat, fri anteckning, lapp",
}

LANES: dict[LaneKind, str] = {
    LaneKind.STEPS: "steps, steg, trin, what the customer does, hva kunden gjør, vad kunden gör,"
    " hvad kunden gør",
    LaneKind.ACTORS: "actors",
    LaneKind.STORYBOARD: "storyboard, bildmanus, billedmanus, bildeserie, bildserie, billedserie",
    LaneKind.QUOTES: "quotes",
    LaneKind.FEELINGS: "feelings, emotions, følelser, känslor, feeling curve, følelseskurve, känslokurva,"
    " how it feels, slik kjennes det, hur det känns, sådan føles det",
    LaneKind.TOUCHPOINTS: "touchpoints",
    LaneKind.PHYSICAL: "physical",
    LaneKind.FRONTSTAGE: "frontstage",
    LaneKind.BACKSTAGE: "backstage",
    LaneKind.SYSTEMS: "systems",
    LaneKind.POLICIES: "policies",
    LaneKind.OWNERS: "owners, owner, eiere, eier, ägare, ejere, ejer",
    LaneKind.MEASURES: "measures, metrics, målinger, mätningar, mätvärden",
    LaneKind.PAINS: "pains",
    LaneKind.GAINS: "gains, gain, gevinst, vinst",
    LaneKind.QUESTIONS: "questions",
    LaneKind.IDEAS: "ideas",
    LaneKind.ACTIONS: "actions",
    LaneKind.NOTES: "notes, note, notater, notat, anteckningar, anteckning, noter",
    LaneKind.PICTURES: "pictures",
    LaneKind.LINE: "line, line of visibility, line of interaction, line of internal interaction,"
    " synlighetslinje, synlighedslinje, linje",
}

PHASES: dict[Phase, str] = {
    Phase.BEFORE: "before, før, före, innan",
    Phase.DURING: "during, under, i løpet av",
    Phase.AFTER: "after, etter, efter",
}

CONTACTS: dict[Contact, str] = {
    Contact.WANTED: "wanted, ønsket, önskad",
    Contact.PREVENTABLE: "preventable, avoidable, unngåelig, undvikbar, undgåelig, kan unngås,"
    " kan undvikas, kan undgås",
    Contact.NEUTRAL: "neutral, nøytral",
}

KNOWLEDGE: dict[Knowledge, str] = {
    Knowledge.GUESS: "guess, assumption, gjetning, antakelse, gissning, antagande, gæt, antagelse",
    Knowledge.TOLD: "told, fortalt, berättat",
    Knowledge.PARTLY: "partly, delvis, delvist",
    Knowledge.RESEARCHED: "researched, research, undersøkt, undersökt, undersøgt",
}

STATUSES: dict[CardStatus, str] = {
    CardStatus.OPEN: "open, åpen, öppen, åben",
    CardStatus.APPROVED: "approved, godkjent, godkänd, godkendt",
    CardStatus.REJECTED: "rejected, avvist, avvisad, afvist",
    CardStatus.NEEDS_EVIDENCE: "needs evidence, trenger belegg, behöver belägg, mangler belæg",
}

ROLES: dict[OwnershipRole, str] = {
    OwnershipRole.ACCOUNTABLE: "accountable, a, answers for it, svarer for det, ansvarar för det,"
    " har ansvaret",
    OwnershipRole.RESPONSIBLE: "responsible, r, utfører, utförare, udfører, does it, utfører det, utför det,"
    " udfører det",
    OwnershipRole.CONSULTED: "consulted, c, rådspurt, rådfrågad, rådspurgt, konsultert,"
    " blir rådspurt, rådfrågas, bliver rådspurgt",
    OwnershipRole.INFORMED: "informed, i, informert, informerad, informeret, blir informert,"
    " informeras, bliver informeret",
}

LINKS: dict[LinkKind, str] = {
    LinkKind.NEXT: "next, neste, nästa, næste, leads to, går videre til, leder vidare till",
    LinkKind.SUPPORTS: "supports, støtter, stöder, stödjer",
    LinkKind.HANDS_OVER: "hands over, overleverer, överlämnar, overlevering, överlämning",
    LinkKind.CAUSES: "causes, forårsaker, orsakar, forårsager, fører til",
    LinkKind.ANSWERS: "answers, svarer på, svarar på",
}

YES = "yes, y, true, x, 1, ja, j, sant, sand, ✓, ✔"
NO = "no, n, false, 0, nei, nej, usant, falsk"
