/** One row of the bench: what is measured, against whom, and what `design` asked of it. */
export interface Workload {
  readonly id: string;
  readonly title: string;
  readonly peers: string;
  readonly target: string;
  /** Where it runs: in Node, or in Chromium with its trace. */
  readonly where: 'node' | 'browser';
}

/** The whole table, in its order. */
export const workloads: readonly Workload[] = [
  {
    id: 'P1',
    title: 'Map of 1,000 servers: pan and zoom in overview, pan, drag, drag in overview',
    peers: 'an empty page at the same time',
    target: 'frame p95 16.7 ms, no task over 50 ms, in every gesture',
    where: 'browser',
  },
  {
    id: 'P2',
    title: 'The same with 10,000 servers and 25,000 dependencies',
    peers: 'React Flow, Cytoscape.js, vis-network',
    target:
      'p95 16.7 ms, no task over 50 ms; pan in overview 100 times faster than React Flow, 50 times than vis-network',
    where: 'browser',
  },
  {
    id: 'P3',
    title: 'First useful picture of 10,000 servers from a saved plan',
    peers: 'React Flow, Cytoscape.js, vis-network',
    target: '100 ms after the data are in memory; 150 times faster than React Flow, 80 than Cytoscape.js',
    where: 'browser',
  },
  {
    id: 'P4',
    title: 'Automatic layout of servers in their groups',
    peers: 'elkjs layered with hierarchy, elkjs rectpacking',
    target: '1,000 times faster than layered with 0.6 of its crossings; 10,000 servers under 1 s',
    where: 'node',
  },
  {
    id: 'P5',
    title: 'Drop of one server at 10,000 servers: store and all checks of all phases',
    peers: 'immer on one map of 10,000 records',
    target: '16.7 ms p95',
    where: 'node',
  },
  {
    id: 'P6',
    title: 'Drop feedback for every visible target while dragging, 10,000 servers',
    peers: 'all checks again for each target',
    target: '4 ms p95',
    where: 'node',
  },
  {
    id: 'P7',
    title: 'All checks of all states, cold and after one edit',
    peers: 'the same rules on a plan that was never seen',
    target: '1,000 servers x 20 phases 100 ms, 10,000 x 50 2 s, after an edit 5 ms',
    where: 'node',
  },
  {
    id: 'P8',
    title: 'An edit saved, fsync and all; a plan written and loaded as a whole',
    peers: 'writing the document again, one Dexie row a record',
    target:
      '75 times faster than the document at 10,000, whatever the size; bulk write 60 times, load 20 times faster than rows',
    where: 'browser',
  },
  {
    id: 'P9',
    title: 'Import of 100,000 rows of CSV and 50,000 of XLSX up to the proposal',
    peers: 'papaparse, exceljs: parsing alone',
    target: 'the whole import no slower than the parse of papaparse; reader 15 times faster than exceljs',
    where: 'node',
  },
  {
    id: 'P10',
    title: 'Importing 10,000 servers again (three-way merge)',
    peers: 'the first import of the same file',
    target: '500 ms',
    where: 'node',
  },
  {
    id: 'P11',
    title: 'Consolidation of 100 to 5,000 servers in three dimensions, with proof',
    peers: 'HiGHS on instances that it can solve, bounds on the others',
    target: 'gap 0 on 90 % of the instances within 2 s; perfect packings within 1 host in 1 s',
    where: 'node',
  },
  {
    id: 'P12',
    title: 'Schedule of 90 jobs with four limited resources, made like the j90 set',
    peers: 'the best that a search of 40 times the work found',
    target: 'within 0.5 % in 250 ms',
    where: 'node',
  },
  {
    id: 'P13',
    title: 'Markdown of 10,000 servers',
    peers: 'mdast-util-to-markdown on the tree of the same text',
    target: '50 times faster',
    where: 'node',
  },
  {
    id: 'P14',
    title: 'Cold start to the first paint, and to a map of 1,000 servers',
    peers: 'a static page, and a page of the same stack that says hello',
    target: '1.05 and 1.25 times the hello page',
    where: 'browser',
  },
  {
    id: 'P15',
    title: 'Memory with a plan of 10,000 servers open',
    peers: 'React Flow with the same graph',
    target: '20 times less JS heap, 100 MB at most',
    where: 'browser',
  },
  {
    id: 'P16',
    title: 'Cost of each path at 1,000, 10,000 and 20,000 servers',
    peers: 'itself at the smaller size',
    target: 'time ratio at most 1.3 times the size ratio; exponent at most 1.15',
    where: 'node',
  },
];
