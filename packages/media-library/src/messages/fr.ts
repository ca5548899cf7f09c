import type { Sentences } from './languages.ts';
import type { Messages, ProblemMessage } from './Messages.ts';
import type { ProblemCode } from './ProblemCode.ts';

/** French. */
export const fr: Sentences<Messages> = ({ number, plural }) => {
  const items = (count: number): string => plural(count, { one: '1 élément', other: `${number(count)} éléments` });
  return {
    language: 'fr',

    tabLabel: 'Depuis Kaltura',

    toolbarLabel: 'Rechercher et filtrer',
    searchLabel: 'Rechercher dans Kaltura',
    searchPlaceholder: 'Nom, tag ou description',
    clearSearch: 'Effacer la recherche',
    typeLabel: 'Type',
    typeAll: 'Tous les types',
    typeVideo: 'Vidéos',
    typeImage: 'Images',
    typeAudio: 'Sons',
    sphericalOnly: '360° seulement',
    scopeLabel: 'Médias de qui',
    scopeMine: 'Les miens',
    scopeAll: 'Tous',
    sortLabel: 'Trier par',
    sortRelevance: 'Pertinence',
    sortRecent: 'Plus récents',
    sortName: 'Nom',
    sortPlays: 'Plus lus',
    sortDuration: 'Plus longs',
    viewLabel: 'Affichage',
    viewGrid: 'Grille',
    viewList: 'Liste',
    clearFilters: 'Effacer les filtres',
    upload: 'Envoyer un média',
    backToLibrary: 'Retour à la médiathèque',
    dropToUpload: 'Déposez pour envoyer vers Kaltura',

    libraryLabel: 'Médias Kaltura',
    libraryHelp:
      'Les flèches déplacent, Espace sélectionne, Maj avec une flèche étend la sélection, Entrée importe, F2 ouvre les options, taper des lettres va à un nom.',
    resultCount: (count) => plural(count, { one: `${number(count)} résultat`, other: `${number(count)} résultats` }),
    resultCountUpTo: (count) =>
      plural(count, { one: `Jusqu’à ${number(count)} résultat`, other: `Jusqu’à ${number(count)} résultats` }),
    shownOf: (shown, total) => `${number(shown)} sur ${number(total)} affichés`,
    loadMore: 'Afficher plus',
    loadingMore: 'Chargement…',
    loadMoreFailed: 'La suite n’a pas pu être chargée. Ce qui est affiché reste ; réessayez.',
    allShown: 'C’est tout.',
    truncated: (count) =>
      `Kaltura ne donne que les ${number(count)} premiers dans cet ordre. Cherchez, filtrez ou triez par date pour accéder aux autres.`,

    mediaVideo: 'Vidéo',
    mediaImage: 'Image',
    mediaAudio: 'Son',
    spherical: '360°',
    imported: 'Dans cet espace',
    untitled: 'Sans titre',
    plays: (count) => plural(count, { one: `${number(count)} lecture`, other: `${number(count)} lectures` }),
    statusProcessing: 'En traitement',
    statusUploading: 'En attente de son fichier',
    statusFailed: 'Échec',
    statusBlocked: 'Bloqué',
    statusModerated: 'En attente d’approbation',
    statusDeleted: 'Supprimé',
    columnName: 'Nom',
    columnType: 'Type',
    columnDuration: 'Durée',
    columnPlays: 'Lectures',
    columnAdded: 'Ajouté',
    columnOwner: 'Propriétaire',
    columnOptions: 'Options du média',
    entryOptions: 'Options du média',
    optionsFailed: 'Les options n’ont pas pu être chargées. Vérifiez votre connexion, puis réessayez.',

    selectionLabel: 'Sélection',
    nothingSelected: 'Choisissez les médias à importer.',
    selectedCount: (count) =>
      plural(count, { one: `${number(count)} sélectionné`, other: `${number(count)} sélectionnés` }),
    selectedCountOf: (count, max) => `${number(count)} sur ${number(max)} sélectionnés`,
    selectionFull: (max) => `Vous pouvez sélectionner jusqu’à ${items(max)}.`,
    clearSelection: 'Vider la sélection',
    importSelected: (count) => `Importer ${items(count)}`,
    importing: (count) => `Import de ${items(count)}…`,
    importDone: (count) => plural(count, { one: `${items(count)} importé.`, other: `${items(count)} importés.` }),
    importFailed: 'Rien n’a été importé. Votre sélection est conservée ; réessayez.',
    importProcessingNote: 'Encore en traitement dans Kaltura : la lecture sera possible d’elle-même.',

    retry: 'Réessayer',
    retrying: 'Nouvel essai…',
    emptyTitle: 'Rien ici pour l’instant',
    emptyText: 'Dès que votre compte Kaltura contient des vidéos, des images ou des sons, vous les trouvez ici.',
    noResultTitle: 'Aucun résultat',
    noResultText: 'Vérifiez l’orthographe, utilisez moins de mots ou effacez les filtres.',
    noResultFor: (search) => `Aucun résultat pour « ${search} »`,
    noResultSphericalText:
      'Seuls les médias portant le tag « 360 » dans Kaltura comptent comme 360°. Si le vôtre manque, effacez le filtre et traitez-le comme 360° dans ses options.',
    noResultSignsText:
      'Kaltura cherche des mots. Des signes ou des émojis seuls ne se trouvent pas : ajoutez un mot, ou effacez la recherche.',
    referenceId: (requestId) => `Référence pour l’assistance : ${requestId}`,
    problems,
  };
};

const askAdmin = 'Réessayer n’y change rien : demandez à l’administrateur du hub';
const tryLater = 'Veuillez réessayer dans un moment';

const misfit: ProblemMessage = {
  title: 'Cette page et la connexion Kaltura ne vont pas ensemble',
  text: 'Rechargez la page pour obtenir sa dernière version. Si cela persiste, prévenez l’administrateur du hub.',
};

const problems: Readonly<Record<ProblemCode, ProblemMessage>> = {
  offline: {
    title: 'Vous êtes hors ligne',
    text: 'La bibliothèque revient d’elle-même dès que la connexion est rétablie.',
  },
  network: {
    title: 'La bibliothèque est injoignable',
    text: `La connexion a échoué ou un filtre réseau fait obstacle. ${tryLater}.`,
  },
  forbidden: {
    title: 'Kaltura ne l’autorise pas',
    text: `Votre utilisateur Kaltura ne peut pas lister ces médias. ${askAdmin} quels droits donne l’App Token du hub.`,
  },
  host_token_failed: {
    title: 'Votre identité n’a pas pu être confirmée',
    text: 'Cette page n’a pas reçu de jeton de connexion pour vous. Rechargez-la ; si cela ne suffit pas, reconnectez-vous.',
  },
  session_expired: {
    title: 'Votre session Kaltura est terminée',
    text: 'Elle n’a pas pu être renouvelée d’elle-même. Réessayez ; si cela ne suffit pas, rechargez la page.',
  },
  kaltura_unavailable: {
    title: 'Kaltura ne répond pas',
    text: `Le service est surchargé ou en maintenance. ${tryLater} ; votre sélection est conservée.`,
  },
  kaltura_bad_answer: {
    title: 'Kaltura a envoyé une réponse illisible',
    text: `En général, cela passe tout seul. ${tryLater} ; si cela persiste, prévenez l’administrateur du hub.`,
  },
  kaltura_error: {
    title: 'Kaltura n’a pas pu répondre à cette demande',
    text: 'Réessayez, ou changez la recherche ou les filtres. Si cela persiste, prévenez l’administrateur du hub.',
  },
  unknown: { title: 'Un problème est survenu', text: `Les médias n’ont pas pu être chargés. ${tryLater}.` },

  email_not_verified: {
    title: 'Votre adresse e-mail n’est pas encore confirmée',
    text: 'Kaltura vous connaît par votre adresse e-mail. Confirmez-la dans votre compte, puis réessayez.',
  },
  email_not_supported: {
    title: 'Votre adresse e-mail ou votre identifiant ne convient pas à Kaltura',
    text: 'Il manque, est trop long ou contient des caractères impossibles dans un identifiant Kaltura. Utilisez une autre adresse dans votre compte, ou demandez à l’administrateur du hub.',
  },
  email_ambiguous: {
    title: 'Votre adresse ressemble trop à celle d’un autre utilisateur Kaltura',
    text: `Kaltura ne les distingue pas, vous n’êtes donc pas connecté à la place d’un autre. ${askAdmin} de changer l’une des deux.`,
  },
  kaltura_user_taken: {
    title: 'Votre utilisateur Kaltura appartient à un autre compte de ce hub',
    text: `C’est peut-être un ancien compte à vous, et personne ne le reçoit de soi-même. ${askAdmin} de faire libérer cet utilisateur.`,
  },
  reauth_required: {
    title: 'Veuillez vous reconnecter',
    text: 'Votre connexion date de trop longtemps pour cela. Reconnectez-vous, puis revenez.',
  },
  token_missing: { title: 'Vous n’êtes pas connecté', text: 'Connectez-vous, puis rouvrez la bibliothèque.' },
  token_invalid: {
    title: 'Votre connexion n’a pas été acceptée',
    text: 'Rechargez la page et reconnectez-vous. Si cela persiste, prévenez l’administrateur du hub.',
  },
  token_expired: {
    title: 'Votre connexion a expiré',
    text: 'Réessayez ; si cela ne suffit pas, rechargez la page.',
  },
  token_replayed: {
    title: 'Cette demande a déjà servi',
    text: 'Réessayez : une nouvelle est créée pour vous.',
  },
  rate_limited: { title: 'C’était un peu trop rapide', text: 'Patientez une minute, puis réessayez.' },

  plan_not_entitled: {
    title: 'Kaltura ne fait pas partie de l’offre de ce hub',
    text: 'Les médias Kaltura viennent avec les offres Enterprise et University. L’administrateur du hub peut changer l’offre.',
  },
  not_connected: {
    title: 'Ce hub n’est pas encore connecté à Kaltura',
    text: 'Un administrateur le connecte dans les réglages du hub ; vos médias Kaltura apparaissent alors ici.',
  },
  role_required: { title: 'Votre rôle ne le permet pas', text: `${askAdmin} un autre rôle.` },
  connection_misconfigured: {
    title: 'La connexion à Kaltura est mal réglée',
    text: `${askAdmin} de lancer « Save & test » dans les réglages du hub.`,
  },
  upstream_refused: {
    title: 'Kaltura refuse l’App Token de ce hub',
    text: `Il a été supprimé, a expiré ou ne correspond pas. ${askAdmin} de le renouveler dans les réglages du hub.`,
  },
  secret_unreadable: {
    title: 'L’App Token enregistré n’est plus lisible',
    text: `${askAdmin} de le saisir à nouveau dans les réglages du hub.`,
  },
  session_pool_killed: {
    title: 'Les sessions Kaltura de ce hub ont été fermées',
    text: `Elles l’ont été toutes à la fois. ${askAdmin} de remplacer l’App Token dans les réglages du hub.`,
  },
  kaltura_user_blocked: {
    title: 'Votre utilisateur Kaltura est bloqué',
    text: `${askAdmin} ou à l’administrateur Kaltura de le débloquer.`,
  },
  connection_paused: {
    title: 'La connexion à Kaltura est en pause',
    text: 'L’administrateur du hub l’a suspendue pour le moment. Rien n’est perdu ; demandez-lui quand elle reprendra.',
  },
  person_revoked: {
    title: 'Votre accès à Kaltura a été retiré',
    text: `Cela ne concerne que ce hub. ${askAdmin} de le rétablir.`,
  },
  entry_not_named: {
    title: 'Vous ne pouvez pas lire ce média ici',
    text: 'La page ne l’a pas nommé parmi ce que cet espace montre. Rechargez-la ; si cela persiste, prévenez l’administrateur du hub.',
  },
  no_player_token: {
    title: 'Seul son propriétaire peut lire ce média',
    text: `Le hub n’a pas d’App Token pour lire les médias des autres. ${askAdmin} d’en ajouter un dans les réglages du hub.`,
  },
  origin_not_allowed: {
    title: 'Cette page ne peut pas utiliser la connexion Kaltura',
    text: `Son adresse n’est pas dans la liste des pages autorisées. ${askAdmin} ou à l’exploitant de l’ajouter.`,
  },
  not_found: {
    title: 'Cela n’existe pas',
    text: 'Cela a pu être supprimé. Rechargez la page ; si cela persiste, prévenez l’administrateur du hub.',
  },

  upstream_unavailable: {
    title: 'Kaltura ne répond pas',
    text: `Le service est surchargé ou en maintenance. ${tryLater}.`,
  },
  upstream_timeout: { title: 'Kaltura met trop de temps à répondre', text: `${tryLater}.` },
  upstream_bad_response: {
    title: 'Kaltura a envoyé une réponse illisible',
    text: `En général, cela passe tout seul. ${tryLater} ; si cela persiste, prévenez l’administrateur du hub.`,
  },
  breaker_open: {
    title: 'Kaltura a des difficultés',
    text: `Plusieurs appels de suite ont échoué, nous lui laissons une pause. ${tryLater}.`,
  },
  storage_unavailable: { title: 'La connexion Kaltura n’est pas disponible actuellement', text: `${tryLater}.` },
  storage_full: {
    title: 'La connexion Kaltura n’est pas disponible actuellement',
    text: 'Son stockage est plein et l’exploitant doit faire de la place. Veuillez réessayer plus tard.',
  },
  draining: { title: 'La connexion Kaltura redémarre', text: `${tryLater}.` },
  keys_unavailable: {
    title: 'Votre connexion ne peut pas être vérifiée actuellement',
    text: `Les clés nécessaires n’ont pas pu être chargées. ${tryLater} ; si cela persiste, prévenez l’administrateur du hub.`,
  },
  internal: {
    title: 'La connexion Kaltura a échoué',
    text: `Vous n’y êtes pour rien. ${tryLater} ; si cela persiste, donnez à l’administrateur la référence ci-dessous.`,
  },

  secret_required: {
    title: 'Le secret doit être saisi à nouveau',
    text: 'Il appartient à l’adresse et au compte avec lesquels il a été saisi. Saisissez-le, puis enregistrez.',
  },
  service_url_not_allowed: {
    title: 'Cette adresse Kaltura n’est pas autorisée',
    text: 'Choisissez une adresse de la liste, ou demandez à l’exploitant d’autoriser la vôtre.',
  },
  kaltura_sign_in_refused: {
    title: 'Kaltura n’a pas accepté cette connexion',
    text: 'Vérifiez l’adresse e-mail, le mot de passe et l’adresse du service, puis réessayez. Kaltura ne dit pas lequel est faux.',
  },
  kaltura_otp_required: {
    title: 'Kaltura demande un code à usage unique',
    text: 'Saisissez le code de votre application d’authentification avec votre mot de passe.',
  },
  kaltura_otp_refused: {
    title: 'Kaltura n’a pas accepté le code à usage unique',
    text: 'Les codes changent toutes les trente secondes. Saisissez celui qui s’affiche maintenant, avec votre mot de passe.',
  },
  kaltura_password_expired: {
    title: 'Ce mot de passe a expiré dans Kaltura',
    text: 'Choisissez-en un nouveau dans la console Kaltura, puis connectez-vous ici avec celui-ci.',
  },
  kaltura_sso_required: {
    title: 'Ce compte Kaltura n’accepte que l’authentification unique (SSO)',
    text: 'Un mot de passe ne l’ouvre pas. Collez plutôt un KS ADMIN de la console Kaltura, ou connectez le hub à la main.',
  },
  kaltura_admin_required: {
    title: 'Cette connexion n’est pas celle d’un administrateur du compte',
    text: 'Connectez-vous en tant qu’administrateur du compte Kaltura, puis continuez.',
  },
  kaltura_account_refused: {
    title: 'Votre connexion n’ouvre pas ce compte Kaltura',
    text: 'Reconnectez-vous en indiquant l’identifiant du compte (partner id), ou choisissez un autre compte.',
  },
  kaltura_account_new: {
    title: 'Ce compte Kaltura est trop récent pour des App Tokens',
    text: 'Kaltura n’en crée pas avant qu’une session sans utilisateur y ait fait quelque chose. Reconnectez-vous avec un KS ADMIN créé sans identifiant d’utilisateur : le compte sera alors préparé tout seul.',
  },
  guided_expired: {
    title: 'La connexion à Kaltura a expiré',
    text: 'Elle est gardée dix minutes au plus. Reconnectez-vous à Kaltura ; vos choix sont conservés.',
  },
  app_token_not_created: {
    title: 'Kaltura n’a pas créé l’App Token',
    text: 'Connectez-vous en tant qu’administrateur du compte ayant le droit de gérer les App Tokens, ou connectez le hub à la main.',
  },
  invalid_field: {
    title: 'Le formulaire contient une erreur',
    text: 'Corrigez les champs marqués, puis enregistrez à nouveau.',
  },
  changed_meanwhile: {
    title: 'Quelqu’un d’autre a fait un changement entre-temps',
    text: 'Rechargez pour voir le dernier état, puis refaites votre changement.',
  },

  malformed_json: misfit,
  method_not_allowed: misfit,
  unsupported_media_type: misfit,
  too_large: misfit,
  if_match_required: misfit,
};
