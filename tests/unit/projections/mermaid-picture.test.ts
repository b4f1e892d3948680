import { describe, expect, it } from 'vitest';
import { toMermaidPicture } from '#core/projections/mermaid-picture.ts';

const text = `flowchart LR
  subgraph g1["Old #35;1"]
    n1["web"]
    n2[("store")]:::gone
  end
  n3["outside"]
  n1 -->|"uses"| n2
  n1 -.-> n3
  classDef gone stroke-dasharray: 4 4
  class n1,n3 moved`;

describe('toMermaidPicture', () => {
  it('draws frames, boxes and lines', () => {
    const picture = toMermaidPicture(text);
    expect(picture.groups.map((group) => group.label)).toEqual(['Old #1']);
    expect(picture.boxes.map((box) => [box.label, box.shape, box.classes])).toEqual([
      ['web', 'box', ['moved']],
      ['store', 'store', ['gone']],
      ['outside', 'box', ['moved']],
    ]);
    expect(picture.lines.map((line) => [line.from, line.to, line.label, line.dashed])).toEqual([
      ['n1', 'n2', 'uses', false],
      ['n1', 'n3', null, true],
    ]);
  });

  it('draws a box of every shape that the exporter writes', () => {
    const shapes = 'flowchart LR\n  n1["web"]\n  n2("managed")\n  n3[("store")]\n  n4("going"):::gone';
    expect(toMermaidPicture(shapes).boxes.map((box) => [box.label, box.shape, box.classes])).toEqual([
      ['web', 'box', []],
      ['managed', 'box', []],
      ['store', 'store', []],
      ['going', 'box', ['gone']],
    ]);
  });

  it('lets no two boxes overlap and keeps them inside their frame', () => {
    const many = `flowchart LR\n  subgraph g1["Big"]\n${Array.from({ length: 60 }, (_, i) => `    n${i}["server-${i}"]`).join('\n')}\n  end`;
    const { boxes, groups } = toMermaidPicture(many);
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) {
        const apart =
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
      const frame = groups[0];
      expect(frame !== undefined && a.x >= frame.x && a.x + a.width <= frame.x + frame.width).toBe(true);
    }
  });

  it('passes over what it does not know', () => {
    expect(toMermaidPicture('click n1 "javascript:alert(1)"\n%%{init}%%\nend\nend').boxes).toEqual([]);
    expect(toMermaidPicture('').height).toBe(0);
    expect(toMermaidPicture('a["&#999999999;"]').boxes).toHaveLength(1);
  });
});
