/** Services that are used over the network: name (a tilde: also an ordinary word) | type | id of the provider that sells it | other spellings. */
export const saasNames = `
Amazon S3 | storage | amazonwebservices | S3, AWS S3
Amazon RDS | database | amazonwebservices | RDS
Amazon SES | mail | amazonwebservices | SES, AWS SES
Amazon SQS | queue | amazonwebservices | SQS
Amazon Route 53 | dns | amazonwebservices | Route 53, Route53
CloudFront | proxy | amazonwebservices | Cloudfront
ElastiCache | cache | amazonwebservices | 
CloudWatch | monitoring | amazonwebservices | Cloudwatch
Google Analytics | monitoring | | 
Google Cloud Storage | storage | googlecloud | GCS
BigQuery | database | googlecloud | 
DigitalOcean Spaces | storage | digitalocean | 
Linode Backup Service | backup | linode | Linode Backups
Treasure Data | database | | TreasureData
GitHub | repository | | Github
GitHub Pages | web | | Github Pages
GitHub Actions | ci | | 
GitLab.com | repository | | 
Bitbucket | repository | | BitBucket
Travis CI | ci | | Travis
CircleCI | ci | | Circle CI
AppVeyor | ci | | 
Codeship | ci | | 
Semaphore CI | ci | | 
Read the Docs | web | | ReadTheDocs, readthedocs
Docker Hub | repository | | DockerHub
Quay | repository | | quay.io
Cloudflare | proxy | | CloudFlare
Cloudflare Pages | web | | 
Fastly | proxy | | 
Akamai | proxy | | 
KeyCDN | proxy | | 
StackPath | proxy | | MaxCDN
Incapsula | proxy | | 
Sucuri | proxy | | 
DNSimple | dns | | 
DNS Made Easy | dns | | DNSMadeEasy
NS1 | dns | | 
easyDNS | dns | | 
Dyn | dns | | DynDNS
Let's Encrypt | application | | Lets Encrypt, LetsEncrypt
Mandrill | mail | | MandrillApp, Mandrill App
Mailchimp | mail | | MailChimp
SendGrid | mail | | Sendgrid
Brevo | mail | | Sendinblue
Customer.io | mail | | 
BorgBase | backup | | 
Hetzner Storage Box | storage | hetzner | Storage Box, Storagebox
Redis Cloud | cache | | Redis Enterprise Cloud
Confluent Cloud | queue | | 
CloudAMQP | queue | | 
Aiven | database | | 
Elastic Cloud | database | | 
Bunny CDN | proxy | | bunny.net, BunnyCDN
Adyen | application | | 
Mollie | application | | 
Klarna | application | | 
Microsoft Entra ID | application | | Entra ID, Azure AD, Azure Active Directory
Intune | application | | Microsoft Intune
Power BI | application | | 
Xero | application | | 
QuickBooks | application | | QuickBooks Online
Personio | application | | 
DocuSign | application | | 
Atlassian Cloud | application | | Jira Cloud, Confluence Cloud
Intercom~ | application | | 
Contentful | application | | 
Netlify CMS | application | | 
Cloudinary | storage | | 
Mapbox | application | | 
OpenAI API | application | | 
Mailgun | mail | | MailGun
Postmark | mail | | 
SparkPost | mail | | 
Mailjet | mail | | 
Gmail | mail | | 
Google Workspace | mail | | Google Apps, G Suite
Microsoft 365 | mail | | Office 365, Office365
Fastmail | mail | | 
Twilio | application | | 
New Relic | monitoring | | NewRelic
Datadog | monitoring | | DataDog
Sentry~ | monitoring | | sentry.io
Rollbar | monitoring | | 
Bugsnag | monitoring | | 
Honeybadger | monitoring | | 
Airbrake | monitoring | | 
Scout~ | monitoring | | ScoutApp, Scout APM
Pingdom | monitoring | | 
UptimeRobot | monitoring | | Uptime Robot
StatusCake | monitoring | | 
Statuspage | monitoring | | StatusPage
PagerDuty | monitoring | | Pager Duty
Opsgenie | monitoring | | OpsGenie
VictorOps | monitoring | | 
Healthchecks.io | monitoring | | 
Librato | monitoring | | 
AppSignal | monitoring | | 
Dead Man's Snitch | monitoring | | 
Ahrefs | monitoring | | 
SecurityScorecard | monitoring | | 
WordFence | monitoring | | Wordfence
Papertrail | logging | | 
Loggly | logging | | 
Logentries | logging | | 
Splunk | logging | | 
Logz.io | logging | | 
Grafana Cloud | monitoring | | Grafana Labs
IrisCouch | database | | Iris Couch
mLab | database | | MongoLab
Algolia | database | | 
Stripe | application | | 
PayPal | application | | 
Auth0 | application | | 
Okta | application | | 
LastPass | application | | 
1Password | application | | 
Bitwarden | application | | 
Slack~ | application | | 
Zendesk | application | | 
Freshdesk | application | | 
Salesforce | application | | 
HubSpot | application | | 
Shopify | application | | 
Dropbox | storage | | 
Box.com | storage | | 
Google Drive | storage | | 
Tarsnap | backup | | 
Crashplan | backup | | CrashPlan
Better Uptime | monitoring | | Better Stack, BetterStack, Betterstack
Mailbox.org | mail | | mailbox.org
deSEC | dns | | 
Neon~ | database | | 
Frame.io | application | | 
Fathom Analytics | application | | 
Supabase | database | | 
PlanetScale | database | | 
SURFconext | application | | 
MessageBird | application | | 
SAP SuccessFactors | application | | SuccessFactors
Typeform | web | | 
Calendly | application | | 
Zapier | job | | 
Airtable | application | | 
Squarespace | web | | 
Snyk | monitoring | | 
Honeycomb~ | monitoring | | honeycomb.io
Worldpay | application | | 
SumUp | application | | 
Saferpay | application | | 
Datatrans | application | | 
Sage Pay | application | | Opayo
Freshping | monitoring | | 
`;
