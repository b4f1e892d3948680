import type { Dependency } from '#core/model/dependency.ts';
import type { Duty } from '#core/model/duty.ts';
import { toId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { applyEdit, toTablesEdit, type EstateEdit } from './estate-edit.ts';
import type { EndedNode, Estate } from './estate.ts';

/** What some records of an estate are, by id; `null`: they are not there. The sum of many edits. */
export interface EstatePatch {
  readonly nodes: Map<string, InventoryNode | null>;
  readonly ended: Map<string, EndedNode | null>;
  readonly dependencies: Map<string, Dependency | null>;
  readonly duties: Map<string, Duty | null>;
}

/** A patch that changes nothing. */
export function toEmptyPatch(): EstatePatch {
  return { nodes: new Map(), ended: new Map(), dependencies: new Map(), duties: new Map() };
}

/** Adds what an edit does to a patch. */
export function addEdit(patch: EstatePatch, edit: EstateEdit): void {
  for (const node of edit.nodes) patch.nodes.set(node.id, node);
  for (const id of edit.endedNodes) {
    patch.nodes.set(id, null);
    patch.ended.set(id, { id, change: edit.change });
  }
  for (const each of edit.dependencies) patch.dependencies.set(each.id, each);
  for (const id of edit.endedDependencies) patch.dependencies.set(id, null);
  for (const duty of edit.duties) patch.duties.set(duty.id, duty);
  for (const id of edit.endedDuties) patch.duties.set(id, null);
}

/** Notes in a patch what the records that an edit wrote are in an estate. */
export function addStanding(patch: EstatePatch, edit: EstateEdit, estate: Estate): void {
  for (const id of [...edit.nodes.map((node) => node.id), ...edit.endedNodes]) {
    patch.nodes.set(id, estate.nodes.get(id) ?? null);
    patch.ended.set(id, estate.ended.get(id) ?? null);
  }
  for (const id of [...edit.dependencies.map((each) => each.id), ...edit.endedDependencies]) {
    patch.dependencies.set(id, estate.dependencies.get(id) ?? null);
  }
  for (const id of [...edit.duties.map((duty) => duty.id), ...edit.endedDuties]) {
    patch.duties.set(id, estate.duties.get(id) ?? null);
  }
}

/** Takes the records that an edit wrote out of a patch: they are what they would be without it. */
export function dropStanding(patch: EstatePatch, edit: EstateEdit): void {
  for (const id of [...edit.nodes.map((node) => node.id), ...edit.endedNodes]) {
    patch.nodes.delete(id);
    patch.ended.delete(id);
  }
  for (const id of [...edit.dependencies.map((each) => each.id), ...edit.endedDependencies]) {
    patch.dependencies.delete(id);
  }
  for (const id of [...edit.duties.map((duty) => duty.id), ...edit.endedDuties]) patch.duties.delete(id);
}

function parted<T extends { readonly id: string }>(
  rows: ReadonlyMap<string, T | null>,
  find: (id: string) => T | undefined,
): { readonly put: T[]; readonly dropped: T[] } {
  const put: T[] = [];
  const dropped: T[] = [];
  for (const [id, row] of rows) {
    const before = find(id);
    if (row !== null) put.push(row);
    else if (before !== undefined) dropped.push(before);
  }
  return { put, dropped };
}

/** The estate with the records of a patch. Costs what the patch holds, however many edits it is the sum of. */
export function applyPatch(estate: Estate, patch: EstatePatch): Estate {
  const nodes = parted(patch.nodes, estate.nodes.get);
  const dependencies = parted(patch.dependencies, estate.dependencies.get);
  const duties = parted(patch.duties, estate.duties.get);
  const ended = parted(patch.ended, estate.ended.get);
  const edited = applyEdit(estate, toTablesEdit(toId('ch', 'ch_patch'), nodes, dependencies, duties));
  return { ...edited, ended: estate.ended.put(ended.put).drop(ended.dropped.map((each) => each.id)) };
}
