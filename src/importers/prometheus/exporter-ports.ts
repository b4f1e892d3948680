/** What runs where an exporter answers; `null` = the machine itself. Source: Prometheus "Default port allocations". */
export const exporterPorts: ReadonlyMap<number, { readonly type: string; readonly name: string } | null> =
  new Map([
    [9100, null],
    [9182, null],
    [9256, null],
    [9104, { type: 'database', name: 'MySQL' }],
    [9187, { type: 'database', name: 'PostgreSQL' }],
    [9216, { type: 'database', name: 'MongoDB' }],
    [9121, { type: 'cache', name: 'Redis' }],
    [9150, { type: 'cache', name: 'memcached' }],
    [9113, { type: 'proxy', name: 'nginx' }],
    [15692, { type: 'queue', name: 'RabbitMQ' }],
    [9419, { type: 'queue', name: 'RabbitMQ' }],
  ]);
