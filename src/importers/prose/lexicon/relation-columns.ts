import type { DependencyType } from '#core/model/dependency.ts';

/** A heading of a column, or the label of a line, whose value names what its thing depends on or is served by. */
interface RelationColumn {
  readonly relation: DependencyType;
  readonly words: RegExp;
  /** The value does it to the thing ("Monitored by"). */
  readonly reversed: boolean;
  readonly example: string;
}

/** Columns and labels that name the other end of a dependency, English and German. */
export const relationColumns: readonly RelationColumn[] = [
  {
    relation: 'uses',
    words:
      /^(?:depends (?:up)?on|dependency|dependencies|needs|requires|uses|database server|db server|benötigt|braucht|hängt ab von|abhängigkeit|abhängigkeiten)$/iu,
    reversed: false,
    example: 'Depends on',
  },
  {
    relation: 'uses',
    words: /^(?:used by|needed by|required by|dependents|benutzt von|genutzt von|gebraucht von)$/iu,
    reversed: true,
    example: 'Used by',
  },
  {
    relation: 'connects',
    words: /^(?:talks to|connects to|connected to|calls|interfaces?(?: to)?|spricht mit|schnittstellen)$/iu,
    reversed: false,
    example: 'Talks to',
  },
  {
    relation: 'backs-up-to',
    words: /^(?:back-?ups?|back-?up (?:to|target)|backed up to|sicherung|sicherung auf|datensicherung)$/iu,
    reversed: false,
    example: 'Backup to',
  },
  {
    relation: 'replicates',
    words: /^(?:replica of|mirror of|copy of|standby (?:of|for)|replicates|replikat von|spiegel von)$/iu,
    reversed: false,
    example: 'Replica of',
  },
  {
    relation: 'replicates',
    words: /^(?:replicas?|replicated to|mirrored to|standby|mirror|replikat)$/iu,
    reversed: true,
    example: 'Replicated to',
  },
  {
    relation: 'monitors',
    words: /^(?:monitored by|monitoring|watched by|überwacht von|überwachung)$/iu,
    reversed: true,
    example: 'Monitored by',
  },
  {
    relation: 'proxies',
    words: /^(?:behind|fronted by|proxied by|load ?balancer|reverse proxy|loadbalancer)$/iu,
    reversed: true,
    example: 'Behind',
  },
  {
    relation: 'stores-in',
    words: /^(?:stores? (?:data )?(?:in|on)|data (?:in|on)|daten auf|ablage)$/iu,
    reversed: false,
    example: 'Data on',
  },
  {
    relation: 'reaches-through',
    words: /^(?:access via|reached (?:via|through)|jump ?host|bastion|zugang über)$/iu,
    reversed: false,
    example: 'Access via',
  },
];

/** Headings of the columns of a table of connections: who speaks, to whom, how. */
export const flowColumns: readonly {
  readonly end: 'from' | 'to' | 'protocol' | 'port';
  readonly words: RegExp;
  readonly example: string;
}[] = [
  {
    end: 'from',
    words: /^(?:from|source|source (?:host|server|system)|client|von|quelle)$/iu,
    example: 'From',
  },
  {
    end: 'to',
    words: /^(?:to|target|target (?:host|server|system)|destination|server|nach|ziel)$/iu,
    example: 'To',
  },
  { end: 'protocol', words: /^(?:protocol|proto|protokoll|how|via)$/iu, example: 'Protocol' },
  { end: 'port', words: /^(?:ports?|tcp port|port\(s\)|protocol\/port)$/iu, example: 'Port' },
];
