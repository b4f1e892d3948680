import { withLetters } from './table-text.ts';

const span =
  '(?:(?:last|past|letzten)\\s+)?(?:\\d{1,4}|an?|one|two|three|four|five|six|seven|ten|twelve|ein|eine|einen|zwei|drei)\\s?(?:d\\b|days?|weeks?|months?|years?|dailies|weeklies|monthlies|versions|copies|snapshots?|generations|Tagen?|Wochen?|Monaten?|Jahren?)';

/** Words that say how long or how many of something are kept, English and German. */
export const retentionCues: readonly { readonly words: RegExp; readonly example: string }[] = [
  {
    words: withLetters(
      new RegExp(
        `\\b(?:kept|keeps?|retained?|retains?|retention|aufbewahrt|aufbewahrung|behalten)\\b[^.;]{0,40}?\\b${span}`,
        'iu',
      ),
    ),
    example: 'Dumps are kept for 30 days',
  },
  {
    words: withLetters(
      new RegExp(
        `\\b${span}\\s+(?:(?:are|is|of|werden)\\s+)?(?:kept|retention|retained|aufbewahrt|aufbewahrung|behalten)\\b`,
        'iu',
      ),
    ),
    example: 'every night, 14 days kept',
  },
  {
    words: /\b(?:keep|keeps|kept|are)\s+\d{1,3}\s+of (?:them|these)\b|\b\d{1,3} (?:are|of them are) kept\b/iu,
    example: 'we keep 14 of them',
  },
];

/** Words that say when something is done again and again, English and German. */
export const scheduleCues: readonly { readonly words: RegExp; readonly example: string }[] = [
  {
    words:
      /\b(?:every|each)\s+(?:\d{1,3}\s+|few\s+|two\s+|three\s+|four\s+|six\s+|twelve\s+)?(?:minutes?|hours?|nights?|mornings?|evenings?|days?|weeks?|months?|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?s?\b/iu,
    example: 'every six hours',
  },
  { words: /\b(?:nightly|hourly|daily|weekly|monthly)\b/iu, example: 'copied nightly' },
  {
    words: /\bat\s+\d{1,2}(?::\d{2})?\s?(?:am|pm|a\.m|p\.m)\b|\bat\s+\d{1,2}:\d{2}\b/iu,
    example: 'at 02:30',
  },
  {
    words: withLetters(
      /\b(?:jede[nrs]?\s+(?:Nacht|Stunde|Tag|Woche|Monat|Morgen|Abend|Sonntag)|täglich|stündlich|nächtlich|wöchentlich|monatlich)\b|\bum\s+\d{1,2}(?::\d{2})?\s?Uhr\b/iu,
    ),
    example: 'wird jede Nacht kopiert',
  },
];
