/** A named reason for or against a name being a machine: its weight and the words that a person reads. */
export interface Weight {
  readonly weight: number;
  readonly words: string;
}

/** What makes a name a server. The decision is the sum; `{x}` is filled in from the text. */
export const serverWeights = {
  'numbered name': { weight: 2.5, words: 'its name ends in a number, as machines do' },
  'hyphened name': { weight: 1.5, words: 'its name is one word with hyphens, as machines do' },
  'domain name': { weight: 1.5, words: 'its name is a full host name' },
  'plain word': { weight: 0.5, words: 'its name is a single word' },
  'set apart': { weight: 0.75, words: 'it is set apart by bold letters' },
  'acts like one': { weight: 1.5, words: 'the text says what it does, as of a machine' },
  'beside another name': { weight: 0.5, words: 'it stands beside another such name' },
  'works with another': { weight: 0.75, words: 'the text says how it works with another such name' },
  'one of a family': { weight: 0.75, words: 'other names are built like it' },
  'its kin are servers': { weight: 0.75, words: 'names that are built like it are servers' },
  'described like a machine': { weight: 3.5, words: 'system, size or place are stated below its name' },
  'under a heading on machines': { weight: 0.75, words: 'the heading above it speaks of machines' },
  'under a heading on services': { weight: -1.5, words: 'the heading above it speaks of services' },
  'named again': { weight: 0.5, words: 'it is named again in the text' },
  'code span': { weight: 1, words: 'it is set as a literal name' },
  'said to be one': { weight: 3, words: 'the text calls it a server' },
  'ssh to it': { weight: 3, words: 'people log in to it' },
  'things run on it': { weight: 2.5, words: 'the text says that something runs on it' },
  'deep name': { weight: 1.5, words: 'its name is a host name deep inside a domain' },
  'host of a path': { weight: 2, words: 'a path on it is named' },
  'has an address': { weight: 2.5, words: 'an address stands beside it' },
  'has a size': { weight: 2, words: 'memory, disk or cores are stated for it' },
  'in a list of servers': { weight: 4, words: 'it stands in a list of servers' },
  'row of a server table': { weight: 4.5, words: 'it is a row of a table of servers' },
  'says what it hosts': { weight: 1.5, words: 'the text below its name says what it hosts' },
  'list below it': { weight: 0.5, words: 'a list of what runs there stands below it' },
  'named for removal': { weight: 1.5, words: 'it is named in a list of removals' },
  'among servers': { weight: 2.5, words: 'most headings beside it are servers' },
  'meets the total': { weight: 1, words: 'with it the stated total is met' },
  'completes the total': { weight: 9, words: 'the stated total wants it, and nothing else completes it' },
  'role with capitals': { weight: 2, words: 'its heading names a machine by its role' },
  'names a service': { weight: -1.5, words: 'its name says what a service does' },
  'is gone': { weight: -6, words: 'the text says that it is gone already' },
  'topic word': { weight: -6, words: 'its name is a topic' },
  'product name': { weight: -0.5, words: 'its name is that of a product' },
  'product as written': { weight: -2.5, words: 'its name is a product as its makers write it' },
  'provider name': { weight: -8, words: 'its name is a provider' },
  'environment word': { weight: -1, words: 'its name is an environment' },
  'typed text': { weight: -8, words: 'it is a file, a path or a command' },
  'several words': { weight: -2, words: 'its name has several words' },
} as const satisfies Record<string, Weight>;

/** The name of a reason. */
export type ServerReason = keyof typeof serverWeights;

/** What makes a name a service. */
export const serviceWeights = {
  'listed on its server': { weight: 2, words: 'it is listed under its server' },
  'known product': { weight: 2, words: 'it is a known product' },
  'says its type': { weight: 2, words: 'its name says what it does' },
  'single name': { weight: 1.5, words: 'it is a single name' },
  'role in brackets': { weight: 3.5, words: 'its heading says in brackets what it is for' },
  'heading of its own': { weight: 1.5, words: 'it has a section of its own' },
  'under an area': { weight: 2, words: 'its section stands under an area of operation' },
  'said to run': { weight: 2.5, words: 'the text says where it runs' },
  'has an owner': { weight: 3, words: 'the text names an owner for it' },
  'said to be in use': { weight: 3.5, words: 'the text says that it is in use here' },
  'said to be hosted': { weight: 2.5, words: 'the text says that a server hosts it' },
  'acts on others': { weight: 1.5, words: 'the text says what it does to others' },
  'named as software': { weight: 0.5, words: 'the text names it as software in use' },
  'among services': { weight: 1.5, words: 'most headings beside it are services' },
  'row of a service table': { weight: 3, words: 'it stands in a list of services' },
  'topic word': { weight: -6, words: 'its name is a topic' },
  'several words': { weight: -1, words: 'its name has several words' },
  'a sentence': { weight: -4, words: 'it is a sentence' },
} as const satisfies Record<string, Weight>;

/** The name of a reason. */
export type ServiceReason = keyof typeof serviceWeights;

/** From which sum on a thing is sure, likely, or worth a look; below the last it is not proposed. */
export const thresholds = { sure: 5, likely: 3, uncertain: 2 } as const;
