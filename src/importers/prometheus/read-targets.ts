import type { YamlNode, YamlScalar } from '../ansible-yaml/yaml-tree.ts';
import { childOf, childrenOf, isSaid, nodesAt, scalarAt } from '../json/pick.ts';

/** A target with the labels of its group and the name of its job. */
export interface Target {
  readonly scalar: YamlScalar;
  readonly host: string;
  readonly port: number | null;
  readonly labels: YamlNode | undefined;
  readonly job: YamlScalar | undefined;
  readonly encrypted: boolean | null;
}

/** `host:port`, an address in brackets, or a URL; `undefined` for templates and for the machine itself. */
export function toHostPort(
  text: string,
): { readonly host: string; readonly port: number | null } | undefined {
  const bare =
    text
      .trim()
      .replace(/^[a-z][a-z0-9+.-]{0,20}:\/\//iu, '')
      .split('/')[0] ?? '';
  const match = /^(?:\[([0-9a-fA-F:.]{2,45})\]|([\w.-]{1,253}))(?::(\d{1,5}))?$/u.exec(bare);
  const host = match?.[1] ?? match?.[2];
  if (host === undefined || /^(?:localhost|127\..{1,20}|0\.0\.0\.0|::1|host\.docker\.internal)$/iu.test(host))
    return undefined;
  return { host, port: match?.[3] === undefined ? null : Number(match[3]) };
}

function readGroup(
  group: YamlNode,
  job: YamlScalar | undefined,
  encrypted: boolean | null,
): readonly Target[] {
  return childrenOf(childOf(group, 'targets')).flatMap((scalar) => {
    const place = isSaid(scalar) ? toHostPort(scalar.value) : undefined;
    if (place === undefined || !isSaid(scalar)) return [];
    return [{ scalar, ...place, labels: childOf(group, 'labels'), job, encrypted }];
  });
}

/** All static targets of a configuration, or of a file of file_sd. */
export function readTargets(root: YamlNode): readonly Target[] {
  if (root.is === 'list') return root.items.flatMap((group) => readGroup(group, undefined, null));
  const jobs = ['scrape_configs.*', 'prometheus_scrape_configs.*'].flatMap((path) => nodesAt(root, path));
  return jobs.flatMap((job) => {
    const scheme = scalarAt(job, 'scheme')?.value;
    const encrypted = scheme === undefined ? null : scheme === 'https';
    return nodesAt(job, 'static_configs.*').flatMap((group) =>
      readGroup(group, scalarAt(job, 'job_name'), encrypted),
    );
  });
}
