import type { Sentences } from '../languages.ts';
import type { SettingsMessages } from './SettingsMessages.ts';

/** French. */
export const fr: Sentences<SettingsMessages> = ({ number, plural }) => ({
  title: 'Intégration Kaltura',
  intro: (hub) => `Connectez ${hub} à son compte Kaltura : chacun en trouve alors les médias dans sa médiathèque.`,
  loading: 'Les réglages se chargent…',

  stateNotConnected: 'Non connecté',
  stateOk: 'Connecté',
  statePaused: 'En pause',
  stateMisconfigured: 'Mal réglé',
  stateRefused: 'Refusé par Kaltura',
  stateSessionsEnded: 'Sessions fermées',
  stateUnreadable: 'Secret illisible',
  stateLocked: 'Hors de cette offre',
  stateTextMisconfigured:
    'L’App Token donne des sessions trop puissantes ou qui ne sont pas celles de la personne ; personne n’en reçoit donc.',
  stateTextRefused: 'Kaltura n’accepte pas l’App Token : il a été supprimé, a pris fin ou ne correspond pas.',
  stateRunTest: 'Lancez le test pour voir ce qui ne va pas, et ce qui aide.',
  stateSeeTest: 'Le test ci-dessous dit ce qui ne va pas, et ce qui aide.',
  stateTextSessionsEnded:
    'Quelqu’un a fermé une session de cet App Token dans Kaltura, ce qui les ferme toutes pour un jour. Créez un nouvel App Token et remplacez le secret.',
  stateTextUnreadable:
    'Le secret enregistré ne peut plus être ouvert : la clé qui le protégeait n’est plus là. Saisissez à nouveau l’App Token ci-dessous.',
  stateLockedTitle: 'Le hub est toujours connecté',
  stateTextLocked:
    'Il n’ouvre Kaltura à personne, mais son App Token reste enregistré, chiffré. Dès que l’offre comprend à nouveau Kaltura, tout reprend comme avant. Sinon, déconnectez le hub : le secret enregistré est alors détruit.',
  stateTextPaused: (since) => `Personne ne reçoit de session depuis le ${since}. Tout le reste demeure.`,
  accountOf: (partnerId, service) => `Compte ${partnerId} · ${service}`,

  needsTitle: 'Ce qu’il faut',
  needHubAdmin: 'Être administrateur du hub',
  needHubAdminText: 'C’est le cas, sinon vous ne verriez pas cette page.',
  needAccountAdmin: 'Un administrateur du compte Kaltura',
  needAccountAdminText: 'Vous-même, ou une collègue qui crée l’App Token pour vous.',
  need4k: 'La 4K activée dans le compte Kaltura',
  need4kText: 'Sans elle, les médias 360° ne restent pas nets. Kaltura l’active : demandez à votre contact.',

  wayLegend: 'Comment voulez-vous connecter le hub ?',
  wayGuided: 'Se connecter à Kaltura',
  wayGuidedText:
    'L’App Token est créé, enregistré et testé pour vous. Votre mot de passe est envoyé une fois et n’est gardé nulle part.',
  wayByHand: 'À la main',
  wayByHandText: 'Vous ou un collègue créez l’App Token dans la console de Kaltura, et vous collez sa réponse ici.',
  stepOf: (step, steps) => `Étape ${number(step)} sur ${number(steps)}`,
  stepDone: 'terminée',
  continue: 'Continuer',
  change: 'Modifier',
  changeStep: (step) => `Modifier : ${step}`,

  effectStep: 'Ce que chacun peut voir',
  effectLegend: 'Quels médias du compte chaque participant trouve-t-il ?',
  effectOwn: 'Les siens',
  effectOwnText: 'Chacun trouve ce qu’il a lui-même ajouté.',
  effectAll: 'Tous',
  effectAllText: 'Chacun trouve tous les médias du compte.',
  effectEntitlement: 'Ceux que Kaltura lui ouvre',
  effectEntitlementText:
    'Chacun trouve ce que les droits (entitlement) de Kaltura lui ouvrent dans un contexte de confidentialité.',
  privacyContext: 'Contexte de confidentialité',
  privacyContextHint: 'Tel qu’il s’appelle dans Kaltura, par exemple « MediaSpace ».',
  privacyContextFault:
    'Saisissez le contexte de confidentialité : lettres, chiffres, points, traits d’union et tirets bas, 64 au plus.',
  playerToken: 'Les participants peuvent aussi lire les médias des autres',
  playerTokenText:
    'Un second App Token lit, dans un espace, ce que quelqu’un d’autre y a accroché, et rien de plus. Sans lui, seuls les médias sans restriction sont lus par tous.',
  ownIsListing:
    '« Les siens » est une règle d’affichage, pas d’accès : qui connaît l’identifiant d’un média peut l’ouvrir. Là où des médias doivent rester privés, utilisez les droits (entitlement) de Kaltura.',
  effectSummary: (effect, player) => (player ? `${effect}, et un second App Token pour la lecture` : effect),

  createStep: 'Créer l’App Token dans Kaltura',
  createIntro:
    'Un App Token est une clé qui peut être retirée à tout moment. Un administrateur du compte Kaltura le crée avec l’action appToken.add, avec exactement ces valeurs.',
  openConsole: 'Ouvrir la console API de Kaltura',
  consoleHow:
    'Connectez-vous-y en tant qu’administrateur du compte, remplissez les valeurs ci-dessous, envoyez, et copiez toute la réponse.',
  editorTokenTitle: 'App Token principal',
  playerTokenTitle: 'Second App Token, pour la lecture',
  parametersCaption: (title) => `${title} : valeurs pour appToken.add`,
  parameterName: 'Champ',
  parameterValue: 'Valeur',
  copy: (what) => `Copier ${what}`,
  copyJson: 'Tout copier en JSON',
  copied: 'Copié',
  copyFailed: 'La copie n’est pas autorisée ici : sélectionnez le texte et copiez-le vous-même.',
  leaveEmpty: 'Laissez ces champs vides',
  leaveEmptyExpiry: 'Vide signifie : pour toujours. 0 non : un tel jeton a déjà pris fin.',
  leaveEmptyUserId: 'Avec un utilisateur ici, tout le hub serait cet unique utilisateur.',
  leaveEmptyDuration: 'Vide signifie : des sessions d’un jour, ce qui convient.',
  created: 'J’ai la réponse',

  answerStep: 'Saisir la réponse de Kaltura',
  pasteLabel: 'Collez la réponse de Kaltura',
  pasteHint: 'Les champs ci-dessous se remplissent d’eux-mêmes. Ce que vous collez n’est ni affiché ni gardé.',
  pasteTaken: (tokenId) => `L’App Token ${tokenId} est saisi. Son secret est dans son champ, caché.`,
  pasteSees: (sees) => `Avec lui, chacun trouve ${sees}.`,
  pasteFaults: {
    not_readable: {
      title: 'Ce n’est pas une réponse de Kaltura',
      text: 'Copiez toute la réponse, de la première accolade à la dernière, et collez-la à nouveau.',
    },
    kaltura_error: {
      title: 'Kaltura a répondu par une erreur',
      text: 'Aucun App Token n’a été créé. Connectez-vous à la console en tant qu’administrateur du compte, puis envoyez à nouveau.',
    },
    new_account: {
      title: 'Un compte tout neuf ne peut pas encore créer d’App Token',
      text: 'Kaltura veut d’abord un contenu : ajoutez n’importe quoi dans la console de Kaltura, puis envoyez à nouveau.',
    },
    ks: {
      title: 'C’est une session, pas un App Token',
      text: 'Cela ressemble à un KS, qui prend fin en un jour. Envoyez appToken.add et collez ce qu’il répond.',
    },
    session: {
      title: 'C’est la réponse de startSession',
      text: 'Elle contient une session qui prend fin en un jour. Envoyez appToken.add et collez ce qu’il répond.',
    },
    question: {
      title: 'Ce sont les valeurs pour Kaltura',
      text: 'Envoyez-les avec appToken.add, puis collez ce que Kaltura répond.',
    },
    no_token: {
      title: 'Cette réponse ne contient pas d’App Token',
      text: 'Il y faut « id » et « token ». Était-ce une autre action que appToken.add ?',
    },
    several: { title: 'Ce sont plusieurs réponses', text: 'Collez un seul App Token.' },
    admin_token: {
      title: 'Cet App Token donne des sessions ADMIN',
      text: 'Elles pourraient tout changer dans le compte. Créez-en un autre avec le sessionType USER (0).',
    },
    no_session_type: {
      title: 'Cet App Token n’a pas de sessionType',
      text: 'Qui le détient pourrait ouvrir des sessions ADMIN. Créez-en un autre avec le sessionType USER (0).',
    },
    pinned_user: {
      title: 'Cet App Token appartient à un seul utilisateur',
      text: 'Tout le monde serait cet utilisateur. Créez-en un autre et laissez sessionUserId vide.',
    },
    expired: {
      title: 'Cet App Token a déjà pris fin',
      text: 'Une « expiry » de 0 le signifie aussi. Créez-en un autre et laissez « expiry » vide.',
    },
    not_active: {
      title: 'Cet App Token est désactivé',
      text: 'Activez-le dans Kaltura ou créez-en un autre.',
    },
    player_for_editor: {
      title: 'C’est l’App Token pour la lecture',
      text: 'Collez-le dans le second champ ci-dessous, et l’autre ici.',
    },
  },
  kalturaSaid: (code) => `Kaltura a dit : ${code}`,
  orType: 'Ou saisissez ce que dit la réponse :',

  serviceUrl: 'Service Kaltura',
  serviceUrlHint: 'Où se trouve le compte. Une fois connecté à Kaltura, vous le voyez dans l’adresse de sa console.',
  serviceNotAllowed: (service) => `${service} : pas activé ici`,
  serviceRefused:
    'Cette adresse n’est pas activée ici. Choisissez-en une autre, ou demandez-la à qui exploite ce site.',
  regions: {
    us: 'États-Unis (www.kaltura.com)',
    eu: 'Europe, UE (api.eu.kaltura.com)',
    de: 'Allemagne (api.de.kaltura.com)',
    ca: 'Canada, CA (api.ca.kaltura.com)',
    sg: 'Singapour (api.sg.kaltura.com)',
    ap: 'Asie-Pacifique (api.ap.kaltura.com)',
  },
  customService: 'Une autre adresse…',
  customServiceUrl: 'Adresse du service',
  partnerId: 'Compte (partnerId)',
  partnerIdHint: 'Un nombre ; dans la console de Kaltura, sous Settings › Integration Settings.',
  tokenId: 'Identifiant du jeton (id)',
  secret: 'Le secret (token)',
  secretHint: 'Il est enregistré chiffré et n’est plus jamais affiché.',
  secretStored: (fingerprint, since) =>
    `Enregistré depuis le ${since}, empreinte ${fingerprint}. Laissez vide pour le garder.`,
  secretUnreadable: 'Le secret enregistré n’est plus lisible. Saisissez-le à nouveau.',
  secretNeeded:
    'Saisissez à nouveau le secret : il ne va qu’à l’adresse, au compte et à l’App Token pour lesquels il a été saisi.',
  hashType: 'Type de hachage (hashType)',
  expert: 'Autres réglages',
  expertSummary: 'Comment les personnes sont reconnues, comment les ajouts sont convertis',
  mappingSummary: 'Comment les personnes sont reconnues',
  mapping: 'Quel utilisateur Kaltura est une personne ?',
  mappingHint:
    'Ce que votre établissement utilise comme identifiant dans Kaltura. Qui n’y est pas encore reçoit un utilisateur.',
  mappingEmail: 'Celui de son adresse e-mail confirmée',
  mappingLocalPart: 'Ce qui précède le @ de son adresse e-mail',
  mappingClaim: 'Un autre attribut de sa connexion',
  claimName: 'Nom de l’attribut',
  claimNameHint: 'La « claim » du jeton de l’application hôte, par exemple « staff_id ».',
  conversionProfile: 'Profil de conversion',
  conversionProfileHint:
    'Son numéro dans Kaltura ; il décide des qualités que reçoivent les ajouts. Vide : celui du compte par défaut.',
  acceptedPrivileges: 'Privilèges acceptés',
  acceptedPrivilegesHint: 'Privilèges de l’App Token au-delà des anodins, écrits exactement. D’habitude, rien.',
  fieldFaults: {
    serviceUrl: 'Choisissez un service, ou saisissez son adresse comme https://kaltura.example.',
    partnerId: 'Saisissez le numéro du compte.',
    editorId: 'Saisissez l’identifiant : 3 à 40 lettres, chiffres et tirets bas, par exemple 0_a1b2c3d4.',
    editorSecret: 'Saisissez le secret : 8 à 256 caractères sans espace.',
    playerId: 'Saisissez l’identifiant : 3 à 40 lettres, chiffres et tirets bas, par exemple 0_a1b2c3d4.',
    playerSecret: 'Saisissez le secret : 8 à 256 caractères sans espace.',
    claim: 'Saisissez le nom de l’attribut : lettres, chiffres et _ . : / -, en commençant par une lettre.',
    conversionProfile: 'Saisissez le numéro d’un profil de conversion, ou rien.',
    acceptedPrivileges: 'Saisissez 32 privilèges au plus, séparés par des espaces.',
  },
  faultCount: (count) =>
    plural(count, { one: 'Un champ est à corriger.', other: `${number(count)} champs sont à corriger.` }),
  optional: 'facultatif',

  save: 'Enregistrer et tester',
  saving: 'Enregistrement…',
  cancel: 'Annuler',
  tryAgain: 'Réessayer',
  unsaved: 'Pas encore enregistré',
  reauthTitle: 'Confirmez que c’est bien vous',
  reauthText: 'Votre connexion est trop ancienne pour changer des secrets.',
  reauthElsewhere: 'Reconnectez-vous dans un autre onglet, puis réessayez ici.',
  reauthKept: 'Ce que vous avez saisi est gardé.',
  reauthNotKept:
    'Connectez-vous ensuite encore une fois à Kaltura : ce que vous avez saisi pour cela n’a pas été gardé.',
  reauthAction: 'Se reconnecter',
  conflictTitle: 'Quelqu’un d’autre a modifié la connexion entre-temps',
  conflictTitleYours: 'Vous avez modifié la connexion ailleurs, ou la réponse à votre dernier essai s’est perdue',
  conflictText:
    'La vôtre n’est pas encore enregistrée, et rien n’en est perdu. Depuis que vous avez commencé, ceci a changé :',
  conflictBy: (who, when) => `${who}, le ${when}`,
  conflictRemoved: 'Le hub a été déconnecté.',
  conflictCreated: 'Le hub a été connecté.',
  conflictChange: (field, before, after) => `${field} : ${before} → ${after}`,
  conflictKeepMine: 'Enregistrer la mienne par-dessus',
  conflictTakeTheirs: 'Abandonner la mienne',
  conflictLook: 'Vous voyez maintenant le dernier état. Si vous le voulez toujours, recommencez.',
  nothing: 'rien',

  signInStep: 'Se connecter à Kaltura',
  signInIntro:
    'En tant qu’administrateur du compte. Ce que vous saisissez va une fois à Kaltura ; rien n’en est enregistré ni journalisé.',
  signInWithPassword: 'E-mail et mot de passe',
  signInWithKs: 'KS ADMIN',
  signInHow: 'Comment vous connectez-vous ?',
  loginId: 'Adresse e-mail dans Kaltura',
  password: 'Mot de passe dans Kaltura',
  passwordHint: 'Il quitte cette page, et ce champ, dès que vous vous connectez.',
  otp: 'Code à usage unique',
  otpHint: 'Si Kaltura demande le code d’une application d’authentification.',
  adminKs: 'Le KS ADMIN',
  adminKsHint: 'Pour les comptes à authentification unique : créé dans la console de Kaltura, il commence par djJ8.',
  signInPartnerId: 'Numéro du compte',
  signInPartnerIdHint: 'Seulement si vous administrez plusieurs comptes et en voulez un autre que d’habitude.',
  signIn: 'Se connecter à Kaltura',
  signingIn: 'Connexion…',
  signInFaults: {
    loginId: 'Saisissez votre adresse e-mail dans Kaltura.',
    password: 'Saisissez votre mot de passe dans Kaltura.',
    otp: 'Saisissez le code : lettres et chiffres, 16 au plus.',
    ks: 'Saisissez un KS ADMIN.',
    partnerId: 'Saisissez le numéro du compte, ou rien.',
  },
  accountStep: 'Choisir le compte',
  accountLegend: 'Quel compte ce hub utilise-t-il ?',
  accountNotFound:
    'Aucun compte ici ne porte ce nom ou ce numéro. Pour un compte absent de la liste, revenez à la connexion et saisissez-y son numéro.',
  accountNumber: (partnerId) => `Compte ${partnerId}`,
  openingAccount: 'Ouverture du compte…',
  profileStep: 'Choisir la conversion des ajouts',
  profileLegend: 'Quel profil de conversion les ajouts reçoivent-ils ?',
  profileNotFound: 'Aucun profil de conversion ne porte ce nom ou ce numéro.',
  findChoice: 'Chercher par nom ou par numéro',
  profileDefault: 'Celui du compte par défaut',
  profileDash: 'Diffusable (DASH)',
  profileNoDash: 'Non diffusable',
  profileSharp: (height) => `Jusqu’à ${height}p : le 360° reste net`,
  profileNotSharp: (height) => `Jusqu’à ${height}p : trop peu pour un 360° net, qui demande la 4K`,
  profileNone: 'Celui que le compte utilise par défaut',
  profileNoneText: 'Suit le compte quand son profil par défaut change.',
  profileHint: 'Prenez-en un diffusable : dans les espaces, les médias sont lus pendant qu’ils se chargent.',
  connect: 'Connecter et tester',
  connecting: 'Connexion du hub…',
  connectText: 'Crée l’App Token dans Kaltura, l’enregistre chiffré, ferme votre session Kaltura et lance le test.',
  timeLeft: (minutes) =>
    plural(minutes, {
      one: 'Votre connexion est gardée encore une minute.',
      other: `Votre connexion est gardée encore ${number(minutes)} minutes.`,
    }),

  doesTitle: 'Ce que fait la connexion',
  seesLabel: 'Chacun trouve',
  seesOwn: 'ses propres médias du compte',
  seesAll: 'tous les médias du compte',
  seesEntitlement: (context) =>
    `ce que les droits (entitlement) de Kaltura lui ouvrent dans le contexte « ${context} »`,
  seesOwnEntitlement:
    'ses propres médias du compte : sans list:*, les droits (entitlement) n’ouvrent rien dans les listes',
  seesUnknown: 'pas encore connu : lancez le test',
  asLabel: 'En tant que',
  asEmail: 'l’utilisateur Kaltura dont l’identifiant est son adresse e-mail confirmée ; s’il n’y en a pas, il est créé',
  asLocalPart:
    'l’utilisateur Kaltura dont l’identifiant précède le @ de son adresse e-mail ; s’il n’y en a pas, il est créé',
  asClaim: (claim) =>
    `l’utilisateur Kaltura dont l’identifiant est dans « ${claim} » de sa connexion ; s’il n’y en a pas, il est créé`,
  untilLabel: 'Jusqu’à',
  untilNever: 'son retrait : l’App Token n’a pas de fin',
  untilDate: (date) => `${date}, fin de l’App Token`,
  untilPast: (date) => `${date} : l’App Token a pris fin`,
  uploadLabel: 'Ajouts',
  uploadNo: 'impossibles : l’App Token n’en donne pas le droit',
  uploadUnknown: 'pas encore connu : lancez le test',
  uploadProfile: (profile) => `possibles, avec le profil de conversion ${profile}`,
  uploadProfileDash: (profile) => `possibles, avec le profil de conversion ${profile}, diffusable (DASH)`,
  uploadProfileNoDash: (profile) => `possibles, avec le profil de conversion ${profile}, qui n’est pas diffusable`,
  uploadDefaultProfile: 'possibles, avec le profil de conversion du compte par défaut',
  playLabel: 'Médias des autres',
  playYes: 'lus dans les espaces grâce au second App Token',
  playNo: 'lus dans les espaces là où Kaltura ne les restreint pas',
  checkedLabel: 'Dernière réponse de Kaltura',
  checkedNever: 'aucune pour l’instant',
  tokenLabel: 'App Token utilisé',
  tokenLine: (id, hashType, fingerprint) => `${id}, ${hashType}, empreinte ${fingerprint}`,

  testTitle: 'Le test',
  test: 'Tester',
  testAgain: 'Tester à nouveau',
  testing: 'Test en cours…',
  testPassed: (count) =>
    `Tout fonctionne : ${plural(count, { one: '1 contrôle réussi', other: `${number(count)} contrôles réussis` })}.`,
  testFailed: (failed, count) =>
    plural(failed, {
      one: `1 contrôle sur ${number(count)} a échoué.`,
      other: `${number(failed)} contrôles sur ${number(count)} ont échoué.`,
    }),
  testNotRun: 'Le test n’a pas pu être lancé',
  testStillSaved: 'Ce que vous avez enregistré le reste.',
  saved: 'Enregistré.',
  outcomePassed: 'réussi',
  outcomeFailed: 'échoué',
  outcomeSkipped: 'non contrôlé',
  outcomeRunning: 'en cours de contrôle',
  checks: {
    reachable: 'Kaltura répond',
    widget_session: 'Le compte existe',
    hash: 'Le secret convient',
    session: 'Une session s’ouvre',
    rights: 'La session peut ce qu’il faut, et rien de plus',
    list: 'Les médias peuvent être listés',
    upload: 'Des médias peuvent être ajoutés',
    user: 'Vous êtes un utilisateur à vous',
    dash: 'Les ajouts sont diffusables (DASH)',
    player: 'Les médias des autres peuvent être lus',
    clock: 'Les horloges concordent',
  },
  findings: {
    unreachable: () => 'Personne ne répond à cette adresse. Vérifiez le service Kaltura, ou réessayez dans un moment.',
    not_kaltura: () => 'Ce qui répond à cette adresse n’est pas Kaltura. Vérifiez le service Kaltura.',
    unknown_account: ({ partner_id: account }) =>
      `Ce service ne connaît pas le compte ${account}. Vérifiez son numéro, et s’il se trouve dans une autre région.`,
    wrong_hash_type: ({ given, hash_type: right }) =>
      `Le secret est bon, mais son type de hachage est ${right}, pas ${given}. Choisissez ${right}, saisissez à nouveau le secret et enregistrez.`,
    wrong_secret: () => 'Le secret n’est pas celui de cet App Token. Collez à nouveau la réponse de Kaltura.',
    weak_hash_type: ({ hash_type: weak }) =>
      `Cela fonctionne, mais ${weak} est ancien : créez le prochain App Token avec SHA256.`,
    token_not_found: ({ token_id: token }) =>
      `Le compte n’a pas d’App Token ${token} ; il a peut-être été supprimé. Vérifiez l’identifiant, ou créez-en un nouveau.`,
    token_not_active: ({ token_id: token }) =>
      `L’App Token ${token} est désactivé dans Kaltura. Activez-le là-bas, ou créez-en un nouveau.`,
    token_expired: ({ token_id: token }) =>
      `L’App Token ${token} a pris fin. Créez-en un nouveau et laissez « expiry » vide : 0 signifie terminé, pas pour toujours.`,
    session_too_short: ({ seconds }) =>
      `Ses sessions ne durent que ${seconds} secondes. Créez l’App Token sans « sessionDuration », ce qui signifie un jour.`,
    session_pool_killed: ({ token_id: token }) =>
      `Quelqu’un a fermé une session de l’App Token ${token}, ce qui les ferme toutes pour un jour. Créez-en un nouveau.`,
    admin_capable: ({ session_type: type }) =>
      type === 'none'
        ? 'L’App Token n’a pas de sessionType : qui le détient peut ouvrir des sessions ADMIN. Créez-en un avec le sessionType USER (0).'
        : 'L’App Token ouvre des sessions ADMIN. Créez-en un avec le sessionType USER (0), et supprimez celui-ci.',
    pinned_user: ({ user_id: user }) =>
      `L’App Token fait de tout le monde l’utilisateur ${user}. Créez-en un et laissez « sessionUserId » vide.`,
    dangerous_privilege: ({ privilege }) =>
      `Le privilège ${privilege} ouvre plus qu’il ne faut à un participant. Créez l’App Token sans lui, ou acceptez-le en connaissance de cause.`,
    missing_privilege: ({ privilege }) =>
      `Il manque ${privilege} à l’App Token. Créez-en un avec exactement les valeurs que montre cette page.`,
    restricted_session: ({ privilege }) =>
      `Le privilège ${privilege} de l’App Token interdit ce qui est nécessaire. Créez-en un sans lui.`,
    unknown_media_host: ({ host }) =>
      `Les images et les vidéos du compte viennent de ${host}, qui n’est pas activé ici : elles ne sont donc pas montrées. Demandez son activation à qui exploite ce site.`,
    list_refused: ({ reason }) =>
      `Kaltura ne laisse pas lister les médias (${reason}). Créez un App Token avec exactement les valeurs que montre cette page.`,
    upload_refused: ({ reason }) =>
      `Kaltura ne laisse pas ajouter de médias (${reason}). Créez un App Token avec exactement les valeurs que montre cette page.`,
    user_blocked: ({ user_id: user }) =>
      `Votre propre utilisateur Kaltura ${user} est bloqué. Faites-le débloquer dans Kaltura ; les autres ne sont pas concernés.`,
    user_ambiguous: ({ user_id: user, other }) =>
      `Kaltura prend ${user} pour ${other}, dont l’identifiant ne diffère que par un accent ou presque. L’un des deux doit être renommé.`,
    user_unsupported: ({ problem }) =>
      `Le nom que vous auriez dans Kaltura ne peut pas être un identifiant (${problem}). Choisissez une autre façon de reconnaître les personnes, ou une autre adresse.`,
    no_dash: ({ conversion_profile_id: profile }) =>
      profile === undefined
        ? 'Les vidéos récentes du compte ne sont pas diffusables. Choisissez un profil de conversion dont les flavors portent le tag « dash ».'
        : `Le profil de conversion ${profile} ne produit rien de diffusable. Choisissez-en un dont les flavors portent le tag « dash ».`,
    dash_unknown: () => 'Le compte n’a pas encore de vidéo terminée pour en juger ; le premier ajout le montrera.',
    no_player_token: () =>
      'Il n’y a pas d’App Token pour la lecture : les médias des autres sont lus là où Kaltura ne les restreint pas.',
    player_refused: ({ reason }) =>
      `L’App Token pour la lecture ne donne pas de session pour un seul média (${reason}). Créez-en un nouveau.`,
    clock_skew: ({ seconds }) =>
      `Les horloges de Kaltura et de l’échange de jetons diffèrent de ${seconds} secondes. L’exploitant doit régler l’horloge.`,
    busy: () => 'Kaltura ne prend plus d’appels pour le moment. Attendez une minute, puis testez à nouveau.',
    upstream_trouble: () =>
      'Kaltura a eu un problème de son côté. En général, cela passe : testez à nouveau dans un moment.',
  },
  grantedAs: (userId) => `Dans Kaltura, vous êtes ${userId}, un utilisateur qui existait déjà.`,
  grantedCreated: (userId) => `Dans Kaltura, vous êtes ${userId}, un utilisateur créé pour vous.`,
  acceptPrivilege: (privilege) => `Accepter ${privilege}`,

  edit: 'Modifier les réglages',
  editTitle: 'Modifier les réglages',
  rotate: 'Remplacer le secret',
  rotateTitle: 'Remplacer l’App Token',
  rotateIntro:
    'Créez un nouvel App Token dans Kaltura et saisissez-le ici. Personne n’est interrompu : pendant un jour, l’ancien sert encore là où le nouveau échoue.',
  rotatePurpose: 'Quel App Token ?',
  rotateSave: 'Remplacer et tester',
  rotatingTitle: 'Un App Token est en cours de remplacement',
  rotatingText: (former, until) =>
    `L’ancien (${former}) reste à portée jusqu’au ${until}, si le nouveau devait échouer.`,
  rotatingServes: (former, until) =>
    `Kaltura refuse le nouveau ; l’ancien (${former}) sert donc à sa place, jusqu’au ${until} au plus. Lancez le test pour voir pourquoi.`,
  rotationEnd: 'Oublier l’ancien maintenant',
  rotationEndText: 'Une fois le test au vert, vous pouvez aussi le supprimer dans Kaltura.',
  pause: 'Mettre en pause',
  pauseText: 'Pendant la pause, personne ne reçoit de session. Tout le reste demeure.',
  resume: 'Reprendre',
  disconnect: 'Déconnecter…',
  disconnectTitle: (hub) => `Déconnecter ${hub} de Kaltura ?`,
  disconnectText: 'Les participants ne trouvent plus les médias Kaltura. Rien n’est supprimé dans Kaltura.',
  disconnectPoints: [
    'En une seconde, plus personne ne reçoit de session. Celles que les gens ont maintenant prennent fin d’elles-mêmes dans l’heure.',
    'Le secret enregistré est détruit. Pour reconnecter le hub, il faut une nouvelle réponse de Kaltura.',
    'Pour fermer toutes les sessions d’un coup, supprimez aussi l’App Token dans Kaltura.',
  ],
  disconnectAction: 'Déconnecter',
  disconnectConfirm: (hub) => `Saisissez « ${hub} » pour confirmer`,
  disconnectFault: 'Ce n’est pas le nom du hub.',
  disconnecting: 'Déconnexion…',
  disconnected: 'Le hub est déconnecté de Kaltura.',

  historyTitle: 'Historique des changements',
  historyEmpty: 'Rien n’a encore changé.',
  historyMore: 'Afficher les précédents',
  historyLoading: 'L’historique se charge…',
  historyYou: (name) => `Vous (${name})`,
  historyPerson: 'Quelqu’un',
  historyHost: 'L’application hôte',
  historyOperator: 'L’exploitant',
  historyExchange: 'L’échange de jetons, au terme du délai,',
  historyActions: {
    connection_created: (who) => `${who} : connexion du hub`,
    connection_changed: (who) => `${who} : modification de la connexion`,
    connection_removed: (who) => `${who} : déconnexion du hub`,
    connection_paused: (who) => `${who} : mise en pause`,
    connection_resumed: (who) => `${who} : reprise`,
    rotation_started: (who) => `${who} : début du remplacement d’un App Token`,
    rotation_ended: (who) => `${who} : oubli de l’ancien App Token`,
    people_revoked: (who) => `${who} : retrait de l’accès de personnes`,
    people_readmitted: (who) => `${who} : accès rendu à des personnes`,
    person_released: (who) => `${who} : libération d’un utilisateur Kaltura`,
  },
  historyUnknown: (who, action) => `${who} – ${action}`,
  historyChanged: (fields) => `Modifié : ${fields}`,
  historyToken: (id) => `App Token ${id}`,
  settingNames: {
    serviceUrl: 'service Kaltura',
    partnerId: 'compte',
    tokenId: 'App Token principal',
    secret: 'le secret',
    hashType: 'type de hachage',
    expiry: 'fin de l’App Token',
    playerToken: 'App Token pour la lecture',
    mapping: 'reconnaissance des personnes',
    conversionProfile: 'profil de conversion',
    acceptedPrivileges: 'privilèges acceptés',
    paused: 'en pause depuis',
  },

  problems: {
    role_required: {
      title: 'Seuls les administrateurs du hub peuvent changer cela',
      text: 'Demandez à un administrateur de votre hub de connecter Kaltura, ou de vous en donner le rôle.',
    },
    plan_not_entitled: {
      title: 'Kaltura ne fait pas partie de l’offre de ce hub',
      text: 'L’intégration vient avec les offres Enterprise et University. La personne qui gère l’abonnement du hub peut changer l’offre.',
    },
    offline: {
      title: 'Vous êtes hors ligne',
      text: 'Ce que vous avez saisi est gardé. Réessayez dès que la connexion est rétablie.',
    },
    network: {
      title: 'L’échange de jetons est injoignable',
      text: 'La connexion a échoué ou un filtre réseau fait obstacle. Ce que vous avez saisi est gardé ; réessayez dans un moment.',
    },
    kaltura_unavailable: {
      title: 'L’échange de jetons ne répond pas',
      text: 'Il est surchargé ou en maintenance. Ce que vous avez saisi est gardé ; réessayez dans un moment.',
    },
    kaltura_bad_answer: {
      title: 'L’échange de jetons a envoyé une réponse illisible',
      text: 'Cette page et l’échange sont peut-être de versions différentes. Rechargez la page ; si cela persiste, prévenez l’exploitant.',
    },
    unknown: {
      title: 'Une erreur s’est produite',
      text: 'Ce que vous avez saisi est gardé ; réessayez dans un moment. Si cela persiste, prévenez l’exploitant.',
    },
    secret_required: {
      title: 'Le secret doit être saisi à nouveau',
      text: 'Il ne va qu’à l’adresse, au compte et à l’App Token pour lesquels il a été saisi. Saisissez-le, puis enregistrez.',
    },
    service_url_not_allowed: {
      title: 'Cette adresse Kaltura n’est pas activée ici',
      text: 'Choisissez-en une autre, ou demandez-la à qui exploite ce site.',
    },
    not_connected: {
      title: 'Le hub n’est plus connecté',
      text: 'Quelqu’un l’a déconnecté entre-temps. Ce que vous avez saisi est gardé.',
    },
    upstream_unavailable: {
      title: 'Kaltura ne répond pas',
      text: 'Le service est surchargé ou en maintenance. Ce que vous avez saisi est gardé ; réessayez dans un moment.',
    },
    rate_limited: {
      title: 'C’était un peu trop rapide',
      text: 'Attendez une minute, puis réessayez. Ce que vous avez saisi est gardé.',
    },
  },
});
