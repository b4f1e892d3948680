/** A made-up secret of its own at each place where a real file holds one. */
type Canary = (name: string) => string;

/** A name followed by characters that no other text has: found anywhere, it was not dropped. */
function toCanary(file: number, at: number): string {
  return `Canary${file}q${at}zXwV`;
}

/** Twelve files of twelve formats with five secrets each, at the places where such files have them. */
const canaryFiles: readonly (readonly [name: string, make: (secret: Canary) => string])[] = [
  [
    'wiki.md',
    (secret) =>
      `# Servers\n\n## web02\n\n* Runs nginx, 4 GB RAM\n* root password: ${secret('a')}\n* The admin password is \`${secret('b')}\`.\n* git clone https://ops:${secret('c')}@git.acme.test/x.git\n* API token = ${secret('d')}\n\n\`\`\`\nDB_PASSWORD=${secret('e')}\n\`\`\`\n`,
  ],
  [
    'servers.csv',
    (secret) =>
      `Name,RAM (GB),Root password,SNMP community,Notes\nweb02,4,${secret('a')},${secret('b')},password: ${secret('c')}\ndb01,8,${secret('d')},,see https://ann:${secret('e')}@wiki.acme.test/\n`,
  ],
  [
    'hosts.ini',
    (secret) =>
      `[web]\nweb02 ansible_host=10.0.0.1 ansible_password=${secret('a')} ansible_become_pass="${secret('b')}"\n[web:vars]\nvault_token=${secret('c')}\ndb_password=${secret('d')}\napi_key=${secret('e')}\n`,
  ],
  [
    'inventory.yml',
    (secret) =>
      `all:\n  hosts:\n    web02:\n      ansible_host: 10.0.0.1\n      ansible_ssh_pass: ${secret('a')}\n      app_secret: ${secret('b')}\n      key: !vault |\n        $ANSIBLE_VAULT;1.1;AES256\n        ${secret('c')}\n      notes: "password is ${secret('d')}"\n  vars:\n    private_key: |\n      -----BEGIN RSA PRIVATE KEY-----\n      ${secret('e')}\n      -----END RSA PRIVATE KEY-----\n`,
  ],
  [
    'estate.tfstate',
    (secret) =>
      JSON.stringify(
        {
          version: 4,
          terraform_version: '1.9.0',
          serial: 3,
          lineage: 'bakery',
          outputs: { admin: { value: secret('a'), sensitive: true } },
          resources: [
            {
              mode: 'managed',
              type: 'azurerm_linux_virtual_machine',
              name: 'vm',
              provider: 'p',
              instances: [
                {
                  attributes: {
                    name: 'web02',
                    size: 'Standard_B2s',
                    location: 'westeurope',
                    admin_password: secret('b'),
                    custom_data: secret('c'),
                    tags: { env: 'prod', db_password: secret('d') },
                  },
                  sensitive_attributes: [],
                  private: secret('e'),
                },
              ],
            },
          ],
        },
        null,
        2,
      ),
  ],
  [
    'instances.json',
    (secret) =>
      JSON.stringify(
        {
          Reservations: [
            {
              Instances: [
                {
                  InstanceId: 'i-0123456789abcdef0',
                  InstanceType: 'm5.large',
                  State: { Name: 'running' },
                  PrivateIpAddress: '10.0.0.5',
                  UserData: secret('a'),
                  KeyName: secret('b'),
                  Tags: [
                    { Key: 'Name', Value: 'till' },
                    { Key: 'password', Value: secret('c') },
                    { Key: 'note', Value: `token: ${secret('d')}` },
                    { Key: 'url', Value: `https://x:${secret('e')}@acme.test` },
                  ],
                },
              ],
            },
          ],
        },
        null,
        1,
      ),
  ],
  [
    'compose.yaml',
    (secret) =>
      `services:\n  shop:\n    image: nginx:1.27\n    environment:\n      DATABASE_URL: postgres://shop:${secret('a')}@db/shop\n      API_KEY: ${secret('b')}\n    labels:\n      note: "password=${secret('c')}"\n    command: run --token ${secret('d')}\n  db:\n    image: postgres:16\n    environment:\n      - POSTGRES_PASSWORD=${secret('e')}\n`,
  ],
  [
    'prometheus.yml',
    (secret) =>
      `scrape_configs:\n  - job_name: node\n    basic_auth: {username: prom, password: ${secret('a')}}\n    bearer_token: ${secret('b')}\n    params: {auth: [${secret('c')}]}\n    static_configs:\n      - targets: ["web02:9100"]\n        labels: {env: prod, password: ${secret('d')}}\n  - job_name: api\n    authorization: {credentials: ${secret('e')}}\n    static_configs:\n      - targets: ["api.acme.test:9113"]\n`,
  ],
  [
    'nagios.cfg',
    (secret) =>
      `define host {\n  host_name web02\n  address 10.0.0.2\n  _SNMPCOMMUNITY ${secret('a')}\n  _ADMINPASS ${secret('b')}\n  notes password: ${secret('c')}\n}\ndefine service {\n  host_name web02\n  service_description DB\n  check_command check_pgsql!nagios!${secret('d')}\n}\ndefine contact {\n  contact_name ann\n  email ann@acme.test\n  pager ${secret('e')}\n}\n`,
  ],
  [
    'ssh_config',
    (secret) =>
      `Host web02\n  HostName 10.0.0.3\n  IdentityFile ~/.ssh/${secret('a')}\n  CertificateFile ${secret('b')}\n  SetEnv TOKEN=${secret('c')}\n  # password: ${secret('d')}\nHost gate\n  HostName gate.acme.test\n  ProxyCommand sshpass -p ${secret('e')} ssh -W %h:%p hop.acme.test\n`,
  ],
  [
    'node.json',
    (secret) =>
      JSON.stringify(
        {
          name: 'web02',
          chef_environment: 'prod',
          run_list: ['role[web]'],
          normal: { db: { password: secret('a') } },
          default: { token: secret('b') },
          override: { api_key: secret('c') },
          automatic: {
            fqdn: 'web02.acme.test',
            platform: 'debian',
            platform_version: '12',
            ipaddress: '10.0.0.4',
            keys: { ssh: { host_rsa_public: secret('d') } },
            cloud: { user_data: secret('e') },
            ohai_time: 1,
          },
        },
        null,
        2,
      ),
  ],
  [
    'RVTools_tabvInfo.csv',
    (secret) =>
      `VM,Powerstate,Template,CPUs,Memory,Annotation,Customization Info,Guest Detailed Data,License,VM ID\nweb02,poweredOn,False,4,8192,root password: ${secret('a')},${secret('b')},${secret('c')},${secret('d')},vm-1\ndb01,poweredOn,False,4,8192,token=${secret('e')},,,,vm-2\n`,
  ],
];

/** The files with their sixty secrets: five in each. */
export const writtenCanaries = canaryFiles.map(([name, make], file) => ({
  name,
  text: make((secret) => toCanary(file, 'abcde'.indexOf(secret))),
  secrets: Array.from('abcde', (_letter, at) => toCanary(file, at)),
}));
