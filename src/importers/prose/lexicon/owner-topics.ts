/** Headings below which it stands who cares for what, each with an example that a test reads. */
export const ownerTopics: readonly { readonly words: RegExp; readonly example: string }[] = [
  {
    words:
      /^(?:who|whom)(?:['’]s| is| are| to| does| owns| runs| looks| cares| knows| we| you)?\b[^.]{0,40}$/iu,
    example: 'Who does what',
  },
  {
    words:
      /^(?:\p{L}+\s)?(?:ownership|owners?|responsib(?:ilit(?:y|ies)|les?)|caretakers?|care|maintainers?|maintenance contacts?|custodians?|stewards?)(?:\s(?:and|&)\s[\p{L} ]{3,24})?$/iu,
    example: 'Ownership',
  },
  {
    words:
      /^(?:\p{L}+\s)?(?:contacts?|contact persons?|people|persons|parties|partners|suppliers|vendors|contractors|stakeholders|support|on[- ]?call|escalation|teams?)(?:\s(?:and|&)\s[\p{L} ]{3,24})?$/iu,
    example: 'People and contacts',
  },
  {
    words:
      /^(?:zuständigkeit(?:en)?|verantwortlich(?:keiten|e)?|ansprechpartner(?:innen)?|kontakte?|betreuung|wer\b[^.]{0,40}|zuständige?)$/iu,
    example: 'Zuständigkeiten',
  },
];

/** What is owed when an entry names everything that no other entry does. */
export const everythingElse =
  /^(?:(?:all|everything|the rest|rest|anything|alles)\b[\p{L} ]{0,40}|(?:all|the)?\s?other\b[\p{L} ]{0,30}|sonst\p{L}*|übrige[sn]?)$/iu;

/** Words that stand where a party could, with a capital, and name none: days, months, and what is not decided. */
export const noPartyWords =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?$|^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$|^(?:open|draft|final|english|german|french|yes|no|tba|tbc|vacant|unassigned|monthly|weekly|daily|internal|external|production|staging|linux|windows|private|public|high|low|medium|true|false|always|never|see\b.*)$/iu;

/** Subjects of "is maintained by" that are no part of an estate: what is written, not what runs. */
export const writtenThing =
  /\b(?:page|document|documentation|list|read ?me|files?|repo(?:sitory)?|roles?|playbooks?|code|charts?|images?|packages?|run ?book|guide|wiki page|table|script|module|article|text|inventory|diagram)s?\s+(?:is|are|was|were|has been|wird|ist)?\s*(?:\p{L}+ly\s)?$/iu;
