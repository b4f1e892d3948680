/** What a check command proves to run on the host. */
export const checkTypes: readonly (readonly [pattern: RegExp, type: string, name: string])[] = [
  [/^check_https?$/u, 'web', 'web server'],
  [/^check_pgsql$|^check_postgres/u, 'database', 'PostgreSQL'],
  [/^check_mysql/u, 'database', 'MySQL'],
  [/^check_mongo/u, 'database', 'MongoDB'],
  [/^check_redis/u, 'cache', 'Redis'],
  [/^check_memcached?$/u, 'cache', 'memcached'],
  [/^check_rabbitmq/u, 'queue', 'RabbitMQ'],
  [/^check_s?smtps?$/u, 'mail', 'SMTP'],
  [/^check_(?:s?imaps?|s?pop)$/u, 'mail', 'mailboxes'],
  [/^check_(?:dns|dig)$/u, 'dns', 'DNS'],
  [/^check_ldaps?$/u, 'application', 'LDAP'],
];
