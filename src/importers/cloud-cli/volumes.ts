import type { SourceText } from '../contract.ts';
import type { Draft } from '../json/draft.ts';
import { nodesAt, scalarAt, scalarsAt } from '../json/pick.ts';
import { readJsonTree } from '../json/read-tree.ts';

/** Sizes in GiB by machine, as `aws ec2 describe-volumes` tells them. */
function readVolumes(files: readonly SourceText[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const file of files) {
    if (!file.text.includes('"VolumeId"')) continue;
    const read = readJsonTree(file);
    if (!read.ok) continue;
    for (const volume of read.value.documents.flatMap((root) => nodesAt(root, 'Volumes.*'))) {
      const size = Number(scalarAt(volume, 'Size')?.value ?? 0);
      for (const machine of scalarsAt(volume, 'Attachments.*.InstanceId'))
        sizes.set(machine.value, (sizes.get(machine.value) ?? 0) + (Number.isFinite(size) ? size : 0));
    }
  }
  return sizes;
}

/** Adds the disks of AWS machines, which stand in an answer of their own. */
export function addVolumes(draft: Draft, files: readonly SourceText[]): void {
  const sizes = readVolumes(files);
  if (sizes.size === 0) return;
  for (const item of draft.collector.toItems()) {
    if (item.is !== 'node' || item.capacity?.diskGiB !== undefined) continue;
    const diskGiB = (item.identities ?? []).flatMap((id) => sizes.get(id) ?? [])[0];
    if (diskGiB === undefined || diskGiB <= 0) continue;
    draft.collector.edit(item.key, {
      capacity: { ...item.capacity, diskGiB },
      reasons: [...item.reasons, 'the disk is the sum of its volumes'],
    });
  }
}
