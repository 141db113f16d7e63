"""What each field of each model says of people: one decision a field, for those who keep, show or send it.

Invariant: exhaustive. A field without a decision fails `tests/architecture/test_privacy.py`, and so does a decision
about a field that is gone. Personal and special fields never enter a log, an address, or an index.
"""

from collections.abc import Mapping
from enum import StrEnum


class Privacy(StrEnum):
    """`PLAIN`: says nothing of a person. `PERSONAL`: of somebody who can be named. `SPECIAL`: of their health, faith,
    origin, love or politics (UK GDPR, article 9)."""

    PLAIN = "plain"
    PERSONAL = "personal"
    SPECIAL = "special"


def _decided(plain: str, personal: str = "", special: str = "") -> Mapping[str, Privacy]:
    """Field -> decision, from the names of the fields with spaces between them."""
    named = {Privacy.PLAIN: plain, Privacy.PERSONAL: personal, Privacy.SPECIAL: special}
    return {field: privacy for privacy, fields in named.items() for field in fields.split()}


# What Wagtail keeps beside whatever has drafts. A revision holds a copy of all fields: seen where they may be.
_DRAFTS = (
    "live has_unpublished_changes first_published_at last_published_at go_live_at expire_at expired "
    "latest_revision live_revision "
)

# What Wagtail keeps of every page. Who owns it and who locked it are people.
_PAGE = _DRAFTS + (
    "id path depth numchild translation_key locale locked locked_at title draft_title slug content_type url_path "
    "latest_revision_created_at alias_of show_in_menus seo_title search_description page_ptr "
)
_OF_PAGE = "owner locked_by"

DECISIONS: Mapping[str, Mapping[str, Privacy]] = {
    "accounts.User": _decided(
        plain="id is_superuser is_staff is_active groups user_permissions",
        personal="email first_name last_name password last_login date_joined",
    ),
    "council.Council": _decided(
        plain="id directory name area strapline middle phone email band_colour link_colour",
    ),
    "cms.Area": _decided(plain="id code name kind lat lon"),
    "cms.Asset": _decided(
        plain=_DRAFTS + "id uuid kind name summary description organisation url reach opening_words cost cost_pence "
        "cost_words who_for audience min_age max_age room help_wanted tags met unasked secret confirmed_on "
        "confirmed_how ran_on created_at locked locked_at picture only_for only_for_reason level usual_least "
        "usual_most mood waiting_words "
        "first_bring first_door first_picture first_company first_busy first_quiet first_leave coming new_a_month "
        "cannot_do at_risk safeguarding_policy",
        # What happens the first time says who opens the door; how to join a list, whom to ring.
        personal="greeter_name greeter_words confirmed_by locked_by first_happens waiting_how safeguarding_lead",
    ),
    "cms.AssetAccess": _decided(plain="id asset subject state note"),
    "cms.AssetArea": _decided(plain="id asset area"),
    "cms.AssetInterest": _decided(plain="id asset interest state words"),
    "cms.AssetPlace": _decided(plain="id asset place"),
    # Columns that no field takes may say anything, and so of anybody.
    "cms.AssetSource": _decided(plain="id asset source source_ref licence digest last_seen carried", personal="words"),
    # Words of a change may name whom to ask, as the listing itself does.
    "cms.ChangeNote": _decided(plain="id change from_group written_at", personal="words writer"),
    "cms.GroupChange": _decided(
        plain="id asset workflow_state sent_at state why looked_at", personal="sender told kept looker reason"
    ),
    "cms.Contact": _decided(
        plain="id asset visibility prefers", personal="name role phone email best_time best_time_words post_to"
    ),
    "cms.CostOption": _decided(plain="id asset label pence per concession"),
    "cms.Editorship": _decided(plain="id asset lead", personal="user"),
    "cms.EducationAuthority": _decided(plain="id name"),
    "cms.FormerAddress": _decided(plain="id uuid asset"),
    "cms.CollectionPage": _decided(plain=_PAGE + "lead opens closes cloth body", personal=_OF_PAGE),
    "cms.GuidancePage": _decided(plain=_PAGE + "lead body", personal=_OF_PAGE),
    "cms.HomePage": _decided(
        plain=_PAGE + "question starts patches_heading patches_words patches give_heading body", personal=_OF_PAGE
    ),
    "cms.Interest": _decided(
        plain=_DRAFTS + "id code label alternative_labels everyday_words alone_words icon exact_match"
    ),
    "cms.InterestRelation": _decided(plain="id source kind target weight"),
    "cms.Introductions": _decided(plain="id asset state said_on at_limit", personal="said_by"),
    "cms.Lend": _decided(plain="id asset what words"),
    # A number made of an asset's name or telephone: of no use to anybody, and gone with the asset.
    "cms.LikenessKey": _decided(plain="id asset key"),
    # Four people and a kettle are an organisation: its telephone may be somebody's own.
    "cms.Organisation": _decided(
        plain=_DRAFTS + "id uuid name summary informal purpose legal_status picture url", personal="phone email"
    ),
    "cms.OrganisationContact": _decided(plain="id organisation visibility", personal="name role phone email"),
    # What a picture shows is said in words; whoever may be known in one has agreed to it.
    "cms.Picture": _decided(
        plain="id title file description width height created_at focal_point_x focal_point_y focal_point_width "
        "focal_point_height file_size file_hash tags collection",
        personal="uploaded_by_user",
    ),
    "cms.PictureRendition": _decided(plain="id image filter_spec file width height focal_point_key"),
    "cms.Outline": _decided(plain="id area polygons attribution"),
    "cms.Place": _decided(
        plain=_DRAFTS
        + "id uuid name address postcode lat lon precision ward directions summary opening_words url picture",
        personal="phone",
    ),
    "cms.PlaceAccess": _decided(plain="id place subject state note"),
    "cms.PossibleDuplicate": _decided(plain="id first second score agrees differs state found_at settled_at joined"),
    # Only what the session says itself, day by day.
    "cms.ScheduledSession": _decided(plain="id asset session day part starts_at ends_at cancelled why"),
    "cms.Session": _decided(
        plain="id asset place rhythm days weeks_of_month first until start end term_time authority on_bank_holidays "
        "closed extra cancelled"
    ),
    "cms.ShippedInterest": _decided(plain="id code digest version content"),
    "cms.Source": _decided(plain="id name licence attribution url cut_to_sector"),
    "cms.Term": _decided(plain="id authority name starts ends"),
    "cms.PlaceWeekPage": _decided(plain=_PAGE + "lead place body", personal=_OF_PAGE),
    "cms.StoriesPage": _decided(plain=_PAGE + "lead body", personal=_OF_PAGE),
    "cms.StoryPage": _decided(plain=_PAGE + "lead picture body", personal=_OF_PAGE),
    "cms.TopicPage": _decided(
        plain=_PAGE + "lead icon cloth interests body for_instance give_heading", personal=_OF_PAGE
    ),
    "cms.TopicsPage": _decided(plain=_PAGE + "lead body", personal=_OF_PAGE),
    "asking.AccessQuestion": _decided(plain="id asset subject times first_asked last_asked state unsure_on"),
    # Who asks to keep a listing: gone with the listing, and a setting says when those that are answered go.
    "claiming.Claim": _decided(
        plain="id asset way state made_at settled_at", personal="name email words settler reason"
    ),
    # Emptied of words and contact after a setting.
    "corrections.Correction": _decided(
        plain="id asset listing number topic state sent_at answered_at", personal="words contact answer answerer"
    ),
    # Who said it is a keyed hash: nobody without the key reads an address from it, and no name is kept at all.
    "evidence.AskAfter": _decided(plain="id asset channel each_time since", personal="person recipient"),
    "evidence.AskedAbout": _decided(plain="id question asset on"),
    "evidence.Evidence": _decided(plain="id asset on ran room who how said_at", personal="person"),
    "evidence.Question": _decided(plain="id channel on sent", personal="person recipient"),
    "gaps.Gap": _decided(plain="id interest label area_code area obstacle subject week times"),
    "gaps.NewWord": _decided(plain="id word hashed state week"),
    # Who met a word can be found out by whoever holds the key as well, trying every account.
    "gaps.WordMet": _decided(plain="id week", personal="word whose"),
    "links.Link": _decided(
        plain="id purpose object_type object_id made_at expires_at used_at revoked_at",
        personal="token_hash recipient",
    ),
    # An agreement says who gave it. The answers are cleared when the listing is out, and go when nobody went on.
    "joining.Agreement": _decided(plain="id asset answer words how at", personal="by"),
    "joining.NewListing": _decided(
        plain="id uuid number state mine asset place letters made_at changed_at sent_at out_at",
        personal="answers sender_email carry_on_to sender came_from",
    ),
    "notifications.Duty": _decided(plain="id name done_on holder held_until trouble"),
    "notifications.Message": _decided(
        plain="id key kind channel about_type about_id urgent state reason doubtful reference attempts made_at due_at "
        "holder held_until handed_at settled_at",
        personal="recipient",
    ),
    "notifications.NotWanted": _decided(plain="id kind why since", personal="person"),
    "notifications.SteppedBack": _decided(plain="id asset", personal="person"),
    # Whose an offer is stands here alone; emptied after a setting. Its words are looked at before workers find them.
    "offers.BrokerTask": _decided(plain="id asset since came done_on", personal="worker done_by"),
    "offers.Offer": _decided(
        plain="id uuid state title heard when often area sector agreed_words sent_at proved_at looked_at ends_on "
        "closed_on asset",
        personal="words condition first_name email phone question answer looker reason",
    ),
    "reach.SayHello": _decided(plain="id asset made_on done_on", personal="done_by"),
    "reach.WeekOfReach": _decided(plain="id asset week shown kept printed sent hello interested"),
    # What somebody lets a group know before they come: gone a fortnight after the day.
    "expecting.Expected": _decided(plain="id asset starts_at wants sent_at", personal="called words answer_to"),
    # Who stops is deleted, and who never answered after a week.
    "following.Follower": _decided(plain="id state made_at proved_at last_on", personal="email search"),
    "feeds.Feed": _decided(
        plain="id asset words state since next_on etag modified read_at whole_on dates times left_out trouble "
        "failed_days failed_on told_on",
        personal="url given_by",
    ),
    "feeds.FeedChange": _decided(plain="id feed seen_at told"),
    "websites.Website": _decided(plain="id asset url next_on seen_on failed_days failed_on trouble"),
    "stewardship.Asked": _decided(plain="id asking asset answer answered_at", personal="told_to"),
    "stewardship.Asking": _decided(
        plain="id started_on step last_on closed_on way tries try_from", personal="person recipient"
    ),
    "stewardship.Enquiry": _decided(
        plain="id way started_on sent closed_on tries try_from", personal="person recipient"
    ),
    "stewardship.KnownAs": _decided(plain="id contact", personal="person"),
    "stewardship.Task": _decided(plain="id asset what made_on done_on", personal="words done_by"),
    "stewardship.TimeOfYear": _decided(plain="id month", personal="person"),
    # The digits are somebody's own, though hashed.
    "matching.HandOver": _decided(plain="id started_at failures closed_until", personal="pin"),
    "matching.MatchToken": _decided(plain="id made_at expires_at", personal="user token_hash"),
    # A column's samples and a comparison's rejects may quote anybody; the files and samples go when the import is done.
    "intake.Import": _decided(
        plain="id uuid state mapping_name source licence columns contacts_for publish whole_list problem rows_done "
        "rows_total made_at heard_at worker",
        personal="files understood compared result user",
    ),
    "intake.ImportMapping": _decided(plain="id name source licence columns contacts_for"),
    "intake.DeletedRecord": _decided(plain="id source source_ref deleted_at"),
    "search.AssetMeaning": _decided(plain="asset_id sequence whole pieces"),
    "search.AssetRow": _decided(plain="asset_id digest sequence payload"),
    "search.FeatureClock": _decided(plain="id last"),
    "search.IndexChange": _decided(plain="id asset_id made_at xact"),
    "search.IndexPosition": _decided(
        plain="id index host generation last_xact last_change lease_holder lease_until seen_at renewed_on trouble "
        "trouble_since trouble_at building building_day built_to built_xact built_change"
    ),
    "search.IndexRejection": _decided(plain="id position asset_id reason made_at"),
    "search.TermSnapshot": _decided(plain="id made_at documents mean_length keys counts"),
    "search.TextVector": _decided(plain="id kind digest vector"),
}


def personal(label: str) -> frozenset[str]:
    """The fields of a model ("cms.Asset") that are personal or special. Raises KeyError for one without decisions."""
    return frozenset(field for field, privacy in DECISIONS[label].items() if privacy is not Privacy.PLAIN)
