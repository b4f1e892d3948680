/** How a box stands in the plan. `rest` is a box that stands for several that are not drawn. */
export type BoxMark = 'gone' | 'moved' | 'added' | 'rest' | null;

/** A thing that is drawn as one box; `key` is unique in the picture. */
export interface PictureBox {
  readonly key: string;
  readonly label: string;
  readonly shape: 'box' | 'round' | 'store';
  readonly mark: BoxMark;
}

/** A frame around boxes and other frames; at most three deep. */
export interface PictureGroup {
  readonly key: string;
  readonly label: string;
  readonly groups: readonly PictureGroup[];
  readonly boxes: readonly PictureBox[];
}

/** An arrow between two boxes or frames; `planned` ones are what the plan does, not what is there. */
export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly planned: boolean;
}

/** A picture before it is written in some language. `leftOut` says in words what it does not show. */
export interface Picture {
  readonly groups: readonly PictureGroup[];
  readonly boxes: readonly PictureBox[];
  readonly edges: readonly PictureEdge[];
  readonly leftOut: readonly string[];
}

/** All boxes of a picture, also those in frames. */
export function boxesOf(picture: Pick<Picture, 'groups' | 'boxes'>): PictureBox[] {
  return [...picture.boxes, ...picture.groups.flatMap(boxesOf)];
}

/** All frames of a picture, the outer ones first. */
export function groupsOf(groups: readonly PictureGroup[]): PictureGroup[] {
  return groups.flatMap((group) => [group, ...groupsOf(group.groups)]);
}
