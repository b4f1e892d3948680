import { readList } from './table-text.ts';

/**
 * Words that make a heading a topic. A heading whose words are all topics (or small words) is no thing of the estate. English
 * and German.
 */
export const topicWords: ReadonlySet<string> = new Set(
  readList(`
  about, infra, abgrenzung, access, accounts, accounting, achievements, actions, add, adding, additional, addresses, admin, administration, administrative, agenda,
  allgemein, anhang, appendix, application, applications, approach, apps, architecture, architektur, arrangement, aufgaben, authentication, background,
  backup, backups, basics, benefits, betrieb, bugs, build, candidates, certificates, challenges, changelog, changes, cleanup, code, commands, common, communicating,
  communication, components, concepts, conclusion, conduct, config, configuration, configure, configuring, considerations, contact, contacts, contents, continuous, contributing, contributors,
  cost, costs, credits, current, current state, daily, data, databases, datenbanken, debugging, decisions, dependencies, deploy, deploying, deployment, deployments, description, design, details,
  development, dienste, disaster, discussion, docs, documentation, dokumentation, domains, downtime, driver, drivers, einführung, emergency, endpoints, entfernen, environment, environments, example, examples, external, faq, features,
  feedback, fragen, future, general, getting, glossary, goal, goals, guide, guidelines, hardware, help, hinweise, history, hosting, how, howto, ideas, ideen, infrastructure, infrastruktur, inhalt,
  install, installation, installing, instructions, integration, introduction, inventory, issues, items, kontakt, kosten, landscape, layout, leistungsbeschreibung, licence, license, licensing, links, list, liste, locations, logging, login, logs, maintenance,
  management, managing, matters, meeting, members, metrics, migration, migrations, milestones, minutes, misc, miscellaneous, monitoring, motivation, namenskonvention, naming, network, networking, netzwerk,
  next, notes, notizen, objective, objectives, open, operations, options, other, others, overview, owners, ownership, password, passwords, performance, permissions, phase, phases, plan, planning, plans, policies, policy, prerequisites,
  problem, problems, procedure, procedures, process, processes, production services, project, projects, provider, providers, provisioning, purpose, question, questions, quickstart, reading, recovery, reference, references, related, release, releases, removal, removals,
  removing, reporting bugs, repositories, requirements, resources, responsibilities, restore, restoring, roadmap, roles, rules, scope, scripts, secrets, security, see, server list, services, sections, setup, sicherheit, software, source, sources, specification, stand, standards, start, started,
  state, status, steps, storage, structure, style, summary, support, system, systems, table, tasks, team, teams, terminology, test, testing, tests, things, thoughts, tickets, tips, todo, todos, tools, topics, troubleshooting, tuning, tutorial, übersicht, überwachung,
  updates, upgrade, upgrades, upgrading, usage, use, user, users, variables, versions, vorgehen, vorteile, wartung, what, why, who, where, workflow, zugriff, zugang, zusammenfassung, deliverables, milestone, executive, timeline, stakeholders, attendees, participants, participation, announcements, action, round, hosting provider, ziele, ausgangslage, situation, context, kontext, license information, acknowledgements, authors, badges, support matrix, compatibility, contribution, getting help, community, code of conduct, pull, pull requests
`),
);

/** Small words that do not stop a heading from being a topic. */
export const smallWords: ReadonlySet<string> = new Set(
  readList(
    'a, an, and, or, the, of, for, to, in, on, with, by, our, your, this, that, at, from, as, is, are, we, us, it, its, du, der, die, das, und, oder, für, von, im, in, zu, mit, auf, den, dem, des, ein, eine, possible, new, old, all, full, quick, more, before, during, after, app, main, key, important, server, servers, service, hosts, vm',
  ),
);

/** Verbs with which instructions and their headings begin: what follows is a task, not a thing. */
export const imperatives: ReadonlySet<string> = new Set(
  readList(`
  access, activate, add, adjust, allow, apply, ask, assign, attach, boot, browse, build, bump, cancel, change, check, choose, clean, clear, click, clone, close, comment, commit, communicate, configure, confirm, connect, convert, copy, create, decommission, define, delete, deploy, destroy, determine, disable, discuss, do, don't, download, drop, edit, enable, enroll, ensure, erase,
  enter, execute, export, extract, fetch, file, fill, find, fix, follow, forward, generate, get, give, go, grant, grep, identify, import, improve, inform, initialize, insert, install, investigate, keep, kill, launch, leave, link, list, load, log, login, look, lookup, make, manage, merge, migrate, modify, monitor, mount, move, navigate, notify, open, pass, paste, perform, pick, pin, plug, prepare, press, promote, provide, provision, publish, pull, purge, push, put, query, read, reboot, rebuild, recover, recreate,
  redeploy, reduce, refer, refresh, register, reinstall, reload, remember, remove, rename, replace, request, rescale, reseed, reset, resize, restart, restore, resync, retire, retrieve, return, review, revoke, roll, rollback, rotate, run, save, schedule, search, securely, see, select, send, set, setup, share, shut, shutdown, sign, skip, sort, specify, ssh, start, stop, store, submit, swap, switch, sync, tag, take, test, track, trigger, troubleshoot, try, turn, uncomment, uninstall, unmount, update, upgrade, upload, use, validate, verify, view, visit, wait, walk, watch, wipe, write,
  anlegen, installieren, konfigurieren, entfernen, erstellen, prüfen, wiederherstellen, bereitstellen, umleiten, starten, stoppen, öffnen, auswählen, migrieren
`),
);
