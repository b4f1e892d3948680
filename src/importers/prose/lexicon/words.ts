import { readLexicon, readList } from './table-text.ts';

/** A list under one of these headings is a list of machines ("web servers", "dbs", "Server" in German, "Liste aller Server"). */
export const serverClassHeading =
  /(?:^|[\s/-])(?:servers|machines|vms|droplets|instances|boxes|hosts|nodes|dbs|vpses|virtual machines|rechner|maschinen|hypervisors|datenbankserver|webserver|servers list|server list|list of servers|server inventory|hosts managed by \w+|managed hosts|server|serverliste|builders|runners|workers|mirrors)(?:\s+list)?\s*(?:\([^()]{0,60}\))?:?$/iu;

/** Words at the end of a name that say what type of service it is. */
export const serviceTypes: ReadonlyMap<string, string> = new Map(
  readLexicon(`
  database, databases, db, dbs, datenbank, datenbanken, data store, datastore | database
  cache | cache
  queue, broker, message queue | queue
  backend, webserver, web server, website, site, webhost, web host, web hosts, webhosting, frontend, front-end, portal, homepage, blog, webseite | web
  balancer, load balancer, loadbalancer, lb | load-balancer
  proxy, reverse proxy, cdn, router, routing | proxy
  worker, workers, mailer, mailers, sender, newsletter | worker
  cronjob, cronjobs, job, jobs, scheduler, cron | job
  mail, email, e-mail, smtp, imap, mailserver, mail server, mailman | mail
  dns, nameserver, resolver, dns server | dns
  monitoring, monitor, metrics, alerting, exporter, dashboard, dashboards | monitoring
  logging, logs, log server | logging
  storage, bucket, drive, volume, nas, file server, fileserver, files, persistence, filestore | storage
  backup, backups | backup
  repo, repos, repository, repositories, registry, mirror, archive | repository
  ci, builder, build server, runner, build, jenkins | ci
  gateway, vpn, bastion, jump host, jumphost, firewall | gateway
  app, application, applications, apps, wiki, forum, forums, crm, erp, shop, service, api, tracker, bot, endpoint, endpoints, core, server, web app, tool, engine, software, daemon, administration, telemetry, middleware, system, warenwirtschaft, domänencontroller, domain controller, historian, instance, bridge, homeserver, suite, dienst, anwendung, editor, irc bot | application
  `).flatMap(([words, type = 'unknown']) => readList(words).map((word): [string, string] => [word, type])),
);

/** Environments: the name that is kept, and the words for it. */
export const environments: readonly { readonly name: string; readonly words: readonly string[] }[] =
  readLexicon(`
  production | production, prod, live, produktion, produktiv
  staging | staging, stage, pre-production, preprod
  integration / ci | integration / ci, continuous integration, integration
  test | test, testing, qa, uat
  development | development, dev, entwicklung
  r&d | r&d, research and development
  reporting | reporting
  demo | demo
  sandbox | sandbox
  disaster recovery | disaster recovery, dr site
`).map(([name = '', words]) => ({ name, words: readList(words) }));

/** Places: words for it | country code ('EU' for the union as a whole). */
export const places: ReadonlyMap<string, string> = new Map(
  readLexicon(`
  Germany, Deutschland, Frankfurt, Berlin, Munich, München, Nuremberg, Nürnberg, Falkenstein, Hamburg, Düsseldorf, Karlsruhe, Köln, Cologne, Dresden, Leipzig, Stuttgart, Bremen, Hannover, Dortmund, Essen, Bonn, Mannheim, Freiburg, FRA1 | DE
  Aachen, Augsburg, Bielefeld, Bochum, Bremerhaven, Chemnitz, Darmstadt, Duisburg, Erfurt, Erlangen, Flensburg, Göttingen, Hagen, Heidelberg, Ingolstadt, Jena, Kaiserslautern, Kassel, Kiel, Koblenz, Krefeld, Lübeck, Ludwigshafen, Magdeburg, Mainz, Mönchengladbach, Münster, Oldenburg, Osnabrück, Paderborn, Passau, Potsdam, Regensburg, Reutlingen, Rostock, Saarbrücken, Schwerin, Siegen, Trier, Tübingen, Ulm, Wiesbaden, Wolfsburg, Wuppertal, Würzburg | DE
  Rotterdam, Utrecht, Eindhoven, Groningen, Leiden, Delft, Haarlem, Zwolle, Arnhem, Nijmegen, Maastricht, Enschede, Meppel | NL
  Ghent, Gent, Leuven, Liège, Bruges, Mechelen, Charleroi, Namur | BE
  Lyon, Marseille, Toulouse, Nantes, Bordeaux, Lille, Rennes, Grenoble, Montpellier, Dijon, Metz | FR
  Cardiff, Belfast, Liverpool, Sheffield, Newcastle, Nottingham, Leicester, Southampton, Brighton, Cambridge, Oxford, Aberdeen, Dundee, Slough, Coventry, Norwich, Exeter | GB
  Cork, Galway, Limerick | IE
  Aarhus, Odense, Aalborg | DK
  Trondheim, Stavanger, Tromsø, Drammen | NO
  Gothenburg, Göteborg, Malmö, Uppsala, Linköping, Lund, Luleå | SE
  Tampere, Turku, Espoo, Oulu | FI
  Reykjavik | IS
  Tartu | EE
  Kaunas | LT
  Kraków, Krakow, Gdańsk, Gdansk, Wrocław, Wroclaw, Poznań, Poznan, Łódź | PL
  Ostrava, Plzeň | CZ
  Bratislava, Košice | SK
  Ljubljana, Maribor | SI
  Zagreb | HR
  Belgrade | RS
  Cluj, Timisoara | RO
  Thessaloniki | GR
  Istanbul, Ankara, Izmir | TR
  Rome, Roma, Turin, Torino, Bologna, Naples, Genoa, Padua, Trieste, Bolzano | IT
  Barcelona, Valencia, Seville, Bilbao, Zaragoza, Malaga | ES
  Coimbra, Braga | PT
  St. Gallen, Lugano, Biel, Fribourg, Chur, Thun, Neuchâtel | CH
  Klagenfurt, Bregenz, St. Pölten, Wels, Villach | AT
  Quebec, Vancouver, Ottawa, Calgary, Winnipeg, Halifax | CA
  Portland, San Antonio, San Diego, Sacramento, Salt Lake City, Las Vegas, Kansas City, St. Louis, Cleveland, Columbus, Cincinnati, Detroit, Milwaukee, Nashville, Tampa, Orlando, Baltimore, Buffalo, Rochester, Albany, Reston, Secaucus, Hillsboro, Council Bluffs | US
  Christchurch, Dunedin | NZ
  Canberra, Adelaide, Hobart | AU
  Cape Town, Durban | ZA
  Nairobi | KE
  Tel Aviv, Haifa | IL
  Dubai | AE
  Chennai, Hyderabad, Pune, Delhi | IN
  Mexico City, Querétaro | MX
  Buenos Aires | AR
  Bogotá | CO
  Lisbon, Porto, Portugal | PT
  Tallinn, Estonia | EE
  Riga | LV
  Vilnius | LT
  Prague, Praha, Brno | CZ
  Budapest | HU
  Copenhagen, Denmark | DK
  Oslo, Bergen, Norway | NO
  Brussels, Antwerp, Belgium | BE
  Luxembourg | LU
  Bucharest | RO
  Sofia | BG
  Athens, Greece | GR
  Graz, Linz, Salzburg, Innsbruck | AT
  Basel, Lausanne, Lucerne, Luzern, Winterthur | CH
  Edinburgh, Glasgow, Leith, Leeds, Birmingham, Bristol | GB
  Hong Kong | HK
  Seoul | KR
  Osaka | JP
  Melbourne, Perth, Brisbane | AU
  Auckland, Wellington | NZ
  Denver, Boston, Houston, Miami, Philadelphia, Raleigh, Ashburn, Santa Clara, San Jose, Minneapolis, Pittsburgh | US
  Holland, Netherlands, the Netherlands, Amsterdam, Niederlande, AMS1, AMS2, AMS3 | NL
  United Kingdom, UK, London, Manchester, LON1 | GB
  Ireland, Dublin | IE
  France, Paris, Roubaix, Gravelines, Strasbourg | FR
  Switzerland, Schweiz, Zurich, Zürich, Geneva, Bern | CH
  Austria, Österreich, Vienna, Wien | AT
  Finland, Helsinki | FI
  Sweden, Stockholm, Umea | SE
  Spain, Madrid | ES
  Italy, Milan | IT
  Poland, Warsaw | PL
  US, USA, U.S., United States, New York, NYC, NYC1, NYC2, NYC3, San Francisco, SFO1, SFO2, SFO3, Dallas, Newark, Fremont, Atlanta, Chicago, Los Angeles, Seattle, Virginia, Oregon, Ohio, us-east-1, us-east-2, us-west-1, us-west-2 | US
  Canada, Toronto, Montreal, TOR1 | CA
  Singapore, SGP1 | SG
  India, Bangalore, Mumbai, BLR1 | IN
  Japan, Tokyo | JP
  Australia, Sydney, SYD1 | AU
  Brazil, São Paulo | BR
  South Africa, Johannesburg | ZA
  Taiwan, Taipei | TW
  EU, Europe, Europa | EU
  eu-west-1 | IE
  eu-west-2 | GB
  eu-central-1, europe-west3, FSN1, NBG1 | DE
  eu-west-3 | FR
  eu-north-1 | SE
  eu-south-1 | IT
  eu-central-2, europe-west6 | CH
  europe-west1 | BE
  europe-west2 | GB
  europe-west4, westeurope, West Europe | NL
  northeurope, North Europe | IE
  europe-north1, HEL1 | FI
  us-central1, us-east1, us-east4, us-west1 | US
  ca-central-1 | CA
  ap-southeast-1 | SG
  ap-southeast-2 | AU
  ap-northeast-1 | JP
  ap-south-1 | IN
  sa-east-1 | BR
  `).flatMap(([words, code = '']) => readList(words).map((word): [string, string] => [word, code])),
);

/** Words that make a group of people out of a name ("devops team"), and words that are such groups by themselves. */
export const teamWords: ReadonlySet<string> = new Set(
  readList(
    'team, teams, staff, group, department, crew, sig, squad, guild, tribe, chapter, hotline, partner, abteilung, foundation, committee, it, people, folks, board, institute, university, council, bureau, agency, brothers, referat, dezernat, stabsstelle',
  ),
);

/** Groups and roles that need no further word. */
export const knownGroups: ReadonlySet<string> = new Set(
  readList(
    'developers, devops, devop, ops, operations, sysadmins, sysadmin, admins, administrators, engineers, developer, sre, dbas, dba, support, helpdesk, postmasters, entwickler, betrieb, infrastructure team, infrastructure staff, development team, dev team, systems team, platform team, customer, kunde, client, vendor, head of r&d, cto, cio, head of it, treasurer, board, office, secretary, accounting, technicians, technician, desk, netops, secops, dbadmins, verwaltung, kanzleileitung, geschäftsführung, vorstand, haustechnik',
  ),
);
