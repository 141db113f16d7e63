"""The catalogue's models. Other packages import them from here and from nowhere below."""

from cms.models.assets import (
    Asset,
    AssetAccess,
    AssetArea,
    AssetInterest,
    AssetPlace,
    Contact,
    Kind,
    Lend,
)
from cms.models.changes import OPEN, ChangeNote, GroupChange
from cms.models.duplicates import FormerAddress, LikenessKey, PossibleDuplicate
from cms.models.editorial import CollectionPage, PlaceWeekPage, StoriesPage, StoryPage
from cms.models.interests import Interest, InterestRelation, ShippedInterest
from cms.models.introducing import Introductions
from cms.models.organisations import Editorship, Organisation, OrganisationContact
from cms.models.outlines import Outline
from cms.models.pages import GuidancePage, HomePage, TopicPage, TopicsPage
from cms.models.pictures import Picture, PictureRendition
from cms.models.places import AccessFact, Area, Place, PlaceAccess
from cms.models.prices import CostOption
from cms.models.schedules import EducationAuthority, ScheduledSession, Session, Term
from cms.models.sources import AssetSource, Source

__all__ = [
    "OPEN",
    "AccessFact",
    "Area",
    "Asset",
    "AssetAccess",
    "AssetArea",
    "AssetInterest",
    "AssetPlace",
    "AssetSource",
    "ChangeNote",
    "CollectionPage",
    "Contact",
    "CostOption",
    "Editorship",
    "EducationAuthority",
    "FormerAddress",
    "GroupChange",
    "GuidancePage",
    "HomePage",
    "Interest",
    "InterestRelation",
    "Introductions",
    "Kind",
    "Lend",
    "LikenessKey",
    "Organisation",
    "OrganisationContact",
    "Outline",
    "Picture",
    "PictureRendition",
    "Place",
    "PlaceAccess",
    "PlaceWeekPage",
    "PossibleDuplicate",
    "ScheduledSession",
    "Session",
    "ShippedInterest",
    "Source",
    "StoriesPage",
    "StoryPage",
    "Term",
    "TopicPage",
    "TopicsPage",
]
