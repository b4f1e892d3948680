/** A reference to an entity of the catalogue, all lower case. */
export interface EntityRef {
  readonly kind: string | null;
  readonly namespace: string;
  readonly name: string;
}

/** Reads `[kind:][namespace/]name`; missing parts come from where it stands. Source: Backstage, "Descriptor format". */
export function toEntityRef(text: string, kind: string | null, namespace: string): EntityRef | undefined {
  const match = /^(?:([\w.-]{1,63}):)?(?:([\w.-]{1,63})\/)?([^\s:/]{1,253})$/u.exec(text.trim());
  if (match === null) return undefined;
  return {
    kind: (match[1] ?? kind)?.toLowerCase() ?? null,
    namespace: (match[2] ?? namespace).toLowerCase(),
    name: (match[3] ?? '').toLowerCase(),
  };
}

/** The name by which an entity is found again. */
export function toRefText({ kind, namespace, name }: EntityRef): string {
  return `${kind ?? '?'}:${namespace}/${name}`;
}
