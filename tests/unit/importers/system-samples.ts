/** One small file of each format of clouds, tools and systems, in our own words. */
export const systemSamples: Readonly<Record<string, string>> = {
  'terraform-state': `{
  "version": 4, "terraform_version": "1.9.0", "serial": 7, "lineage": "bakery", "outputs": {},
  "resources": [
    {"mode": "managed", "type": "digitalocean_droplet", "name": "shop", "provider": "p", "instances": [
      {"index_key": 0, "status": "tainted", "attributes": {
        "id": "4711", "name": "shop-1", "region": "ams3", "vcpus": 2, "memory": 2048, "disk": 60,
        "ipv4_address": "192.0.2.4", "tags": ["web", "prod"], "user_data": "canaryUserData"
      }, "sensitive_attributes": []}
    ]}
  ]
}`,
  'terraform-hints': `resource "hcloud_server" "oven" {
  name        = "oven-1"
  server_type = "cx22"
  count       = 2
  labels = {
    env = "prod"
  }
}
`,
  doctl:
    '[{"id":7,"name":"till","memory":1024,"vcpus":1,"disk":25,"status":"active","region":{"slug":"ams3"},"size_slug":"s-1vcpu-1gb","networks":{"v4":[{"ip_address":"192.0.2.9","type":"public"}]},"tags":[]}]',
  'aws-cli': `{"Reservations": [{"OwnerId": "111122223333", "Instances": [
  {"InstanceId": "i-0aa", "InstanceType": "m5.large", "Placement": {"AvailabilityZone": "eu-west-1a"},
   "State": {"Name": "running"}, "PrivateIpAddress": "10.0.0.5", "Tags": [{"Key": "Name", "Value": "till"}]}
]}]}`,
  hcloud:
    '[{"id": 12, "name": "oven", "status": "running", "server_type": {"name": "cx22", "cores": 2, "memory": 4.0, "disk": 40}, "location": {"name": "fsn1", "country": "DE"}, "public_net": {"ipv4": {"ip": "192.0.2.7"}, "ipv6": {"ip": "2001:db8:1::/64"}}, "labels": {"env": "prod"}}]',
  'linode-cli':
    '[{"id": 99, "label": "mixer", "status": "offline", "region": "eu-west", "type": "g6-nanode-1", "ipv4": ["192.0.2.8"], "ipv6": "2001:db8::5/128", "image": "linode/debian12", "tags": [], "specs": {"vcpus": 1, "memory": 1024, "disk": 25600}}]',
  scaleway:
    '{"servers": [{"id": "s1", "name": "crumb", "organization": "o", "state": "running", "zone": "fr-par-1", "commercial_type": "DEV1-S", "volumes": {"0": {"size": 20000000000}}, "tags": ["web"]}]}',
  gcloud:
    '[{"id": "5123456789012345678", "name": "flour", "zone": "https://compute.example/zones/europe-west1-b", "machineType": "https://compute.example/machineTypes/custom-4-8192", "status": "TERMINATED", "networkInterfaces": [{"networkIP": "10.1.0.2", "accessConfigs": [{"natIP": "192.0.2.20"}]}], "disks": [{"diskSizeGb": "50"}], "labels": {"team": "ops"}}]',
  az: '[{"name": "sugar", "location": "westeurope", "resourceGroup": "shop", "hardwareProfile": {"vmSize": "Standard_B2s"}, "storageProfile": {"osDisk": {"diskSizeGb": 30}}, "privateIps": "10.2.0.4", "publicIps": "192.0.2.30,192.0.2.31", "powerState": "VM deallocated", "osProfile": {"adminPassword": "canaryAdmin"}}]',
  'ansible-list': `{
  "_meta": {"hostvars": {"oven": {"ansible_host": "10.0.0.8", "ansible_password": "canaryList"}, "till": {}}},
  "all": {"children": ["web", "ungrouped"]},
  "web": {"hosts": ["oven", "till"]}
}`,
  'ansible-vars': 'ansible_host: 10.9.0.1\nansible_user: baker\n',
  compose: `services:
  shop:
    image: nginx:1.27
    ports: ["80:8000"]
    depends_on: [db]
    environment:
      - CACHE_URL=redis://:canaryCompose@cache:6379/0
  db: {image: "postgres:16", mem_limit: 512m, cpus: 0.5}
  cache: {image: redis}
`,
  'ssh-config': `Host oven bake
  HostName oven.bakery.test
  Port 2222
  ProxyJump ops@gate:58878

Host gate
  HostName 192.0.2.1

Host *
  User baker
  IdentityFile ~/.ssh/canaryKey
`,
  prometheus: `scrape_configs:
  - job_name: node
    scheme: https
    basic_auth: {username: u, password: canaryProm}
    static_configs:
      - targets: ["oven.bakery.test:9100", "db.bakery.test:9187", "localhost:9090"]
        labels: {env: prod, team: ops}
`,
  backstage: `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: till}
spec: {type: service, lifecycle: deprecated, owner: group:ops, dependsOn: ["resource:ledger"], consumesApis: [prices]}
---
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata: {name: ledger}
spec: {type: database, owner: ops}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: pricing}
spec: {type: service, owner: ops, providesApis: [prices]}
`,
  nagios: `define host {
  name        plain-host
  contact_groups  bakers
  register    0
}
define host {
  use         plain-host
  host_name   oven   ; the big one
  address     192.0.2.5
  parents     gate
  hostgroups  prod-web
}
define host {
  host_name   gate
  address     192.0.2.1
}
define service {
  hostgroup_name       prod-web
  service_description  Shop window
  check_command        check_http!-a canaryArg
}
`,
  'hosts-file': `127.0.0.1 localhost
127.0.1.1 desk

# Ovens
10.0.0.7 oven.bakery.test oven  # the big one
10.0.0.8 mixer
10.0.0.9 mixer
`,
  'salt-grains':
    '{"oven":{"id":"oven","fqdn":"oven.bakery.test","os":"Debian","osrelease":"12","num_cpus":2,"mem_total":3931,"ipv4":["127.0.0.1","10.0.0.5"],"virtual":"kvm","uuid":"4c4c4544-0000-1111-2222-333344445555"}}\n{"till":"Minion did not return. [No response]"}\n',
  'puppet-facts':
    '[{"certname":"oven.bakery.test","environment":"production","facts":{"os":{"family":"Debian","name":"Debian","release":{"full":"12.5"}},"networking":{"fqdn":"oven.bakery.test","hostname":"oven","ip":"10.0.0.5"},"processors":{"count":4},"memory":{"system":{"total_bytes":8589934592}},"virtual":"physical"}}]',
  'chef-node':
    '{"name":"oven","chef_environment":"prod","run_list":["role[web]"],"normal":{"secret":"canaryChef"},"automatic":{"platform":"debian","platform_version":"12","fqdn":"oven.bakery.test","ipaddress":"10.0.0.5","cpu":{"total":4},"memory":{"total":"8388608kB"}}}',
  'ansible-facts':
    'oven | SUCCESS => {\n  "ansible_facts": {"ansible_hostname": "oven", "ansible_distribution": "Debian", "ansible_distribution_version": "12", "ansible_processor_vcpus": 2, "ansible_memtotal_mb": 2048},\n  "changed": false\n}\n',
  salt: 'oven:\n  host: oven.bakery.test\n  user: root\ntill:\n  host: 10.0.0.9\n  passwd: canaryRoster\n',
  json: '{"menu": ["bread", "cake"]}',
};
