import type { ColumnField } from './column-fields.ts';

/** Headings of French, Spanish, Italian, Portuguese and Dutch tables by field, in the form of `headingSynonyms`; what those name already is left out. */
export const otherHeadings: readonly (readonly [field: ColumnField, headings: string])[] = [
  ['secret', 'mot de passe, contraseña, clave, wachtwoord, senha, identifiants, credenciales'],
  [
    'name',
    'nom, nom du serveur, serveur, nom de la machine, nom de machine, nom d hôte, nom dhôte, hôte serveur, servidor, nombre, nombre del servidor, nombre servidor, nome, nome server, nome do servidor, nome servidor, naam, servernaam, machinenaam, équipo, nombre de equipo',
  ],
  ['type', 'rôle, fonction, función, tipo, rol, ruolo, funzione, função, functie, soort'],
  [
    'service',
    'applicatif, logiciel, application métier, servicio, aplicación, aplicaciones, applicazione, applicazioni, aplicação, applicatie, applicaties, toepassing, dienst',
  ],
  [
    'host',
    'hyperviseur, hôte physique, hôte, hipervisor, servidor físico, ipervisore, hôte esx, host físico',
  ],
  [
    'site',
    'emplacement, centre de données, localisation, lieu, ubicación, centro de datos, sitio, sede, ubicazione, localização, locatie, datacentrum',
  ],
  ['provider', 'fournisseur, hébergeur, proveedor, fornitore, fornecedor, leverancier'],
  [
    'addresses',
    'adresse ip, adresses ip, dirección ip, direcciones ip, indirizzo ip, endereço ip, ip adres, ip adressen',
  ],
  [
    'os',
    'système d exploitation, systeme exploitation, sistema operativo, sistema operacional, besturingssysteem',
  ],
  ['osVersion', 'version os, versión, versione, versão, versie'],
  [
    'vcpu',
    'processeurs, cœurs, coeurs, nombre de cpu, nb cpu, nb vcpu, procesadores, núcleos, número de cpu, processori, core cpu, processadores, processorkernen',
  ],
  [
    'memory',
    'mémoire, mémoire vive, mémoire ram, memoria, memoria ram, memória, memória ram, geheugen, werkgeheugen',
  ],
  [
    'disk',
    'disque, disque dur, stockage, espace disque, disco, disco duro, almacenamiento, spazio disco, armazenamento, schijf, schijfruimte, opslag',
  ],
  [
    'usedDisk',
    'disque utilisé, espace utilisé, espacio usado, disco usado, spazio usato, gebruikte schijfruimte',
  ],
  ['environment', 'environnement, entorno, ambiente, omgeving'],
  ['status', 'état, statut, estado, stato'],
  [
    'owner',
    'propriétaire, responsable, équipe, propietario, dueño, proprietario, responsabile, proprietário, eigenaar, verantwoordelijke',
  ],
  ['contact', 'contacto, contatto, contato, contactpersoon'],
  [
    'managedBy',
    'administrateur, géré par, administrador, gestionado por, amministratore, gestito da, administrado por, beheerder, beheerd door',
  ],
  ['tags', 'étiquettes, etiquetas, etichette'],
  [
    'notes',
    'remarques, commentaire, commentaires, observations, observaciones, comentarios, notas, note aggiuntive, observações, opmerking, opmerkingen',
  ],
  [
    'dependsOn',
    'dépend de, dépendances, depende de, dependencias, dipende da, dipendenze, dependências, afhankelijk van, afhankelijkheden',
  ],
  ['usedBy', 'utilisé par, usado por, usato da, gebruikt door'],
  ['disposition', 'stratégie, estrategia, strategia, estratégia'],
  ['phase', 'vague, lot, vague de migration, ola, oleada, fase, onda, golf'],
  ['moveTo', 'cible, destino, destinazione, nouvel hôte, plateforme cible, doel, nieuwe host'],
  [
    'migrationDate',
    'date de migration, fecha de migración, data di migrazione, data de migração, migratiedatum',
  ],
  ['cost', 'coût, coût mensuel, costo, costo mensual, coste, custo, kosten per maand'],
  ['identity', 'numéro de série, número de serie, numero di serie, número de série, serienummer'],
  ['jurisdiction', 'pays, país, paese'],
  ['backup', 'sauvegarde, copia de seguridad, respaldo, back up'],
  ['monitoring', 'supervision, monitorización, monitoraggio, monitoramento'],
];
