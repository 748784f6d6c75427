"""The firm and its clients in English."""

from __future__ import annotations

from kashuv.demo.cast import Colleague
from kashuv.demo.cast import Contact as Who
from kashuv.demo.cast import client as row

FIRM = "Levy Communications"
COLLEAGUES = (
    Colleague("noa", "Noa Levy", "noa@demo.kashuv.example", "Owner", "her"),
    Colleague("amit", "Amit Barak", "amit@demo.kashuv.example", "Account manager", "him"),
    Colleague("dana", "Dana Sharon", "dana@demo.kashuv.example", "Communications consultant", "her"),
)

CLIENTS = (
    row(
        "Gal Centre", "due_today", "noa",
        Who("Yoav Gal", "him", "yoav@galcentre.example", "054-555-0101", "CEO"),
        ("the new branch", "the article on the teaching method", "the open day", "the radio interview"),
        Who("Shira Mor", "her", "shira@galcentre.example", "054-555-0102", "Office manager"),
        years=4, services=("public relations", "copywriting"),
        manners=(("channel", "phone, usually from the car"), ("hours", "not before 9:00"), ("avoid", "long mails")),
        facts=("Decides quickly, but wants to hear Shira first",),
    ),
    row(
        "Dalia Rosen Studio", "late", "noa",
        Who("Dalia Rosen", "her", "dalia@dalia-rosen.example", "052-555-0103", "Designer"),
        ("the show in Jaffa", "the new collection", "the profile in the design magazine", "the studio pictures"),
        years=3, services=("public relations",), manners=(("channel", "WhatsApp"), ("tone", "informal")),
    ),
    row(
        "Dawn Bakery", "waiting_long", "noa",
        Who("Oren Shahar", "him", "oren@dawn-bakery.example", "050-555-0104", "Owner"),
        ("the launch of the rye loaf", "the newspaper review", "the baking class", "the stall at the market"),
        Who("Anat Shahar", "her", "anat@dawn-bakery.example", "050-555-0105", "Marketing"),
        years=5, manners=(("hours", "busy until 11:00, later is better"),),
    ),
    row(
        "Dr Tamar Alon", "silent", "noa",
        Who("Tamar Alon", "her", "tamar@alonclinic.example", "054-555-0106", "Psychologist"),
        ("the monthly column", "the talk at the parents' conference", "the podcast", "the new book"),
        years=3, services=("monthly column", "personal advice"), facts=("Recommended us to Bluebell Nurseries",),
    ),
    row(
        "Galilee Joinery", "angry", "noa",
        Who("Simon Bitton", "him", "simon@galilee-joinery.example", "052-555-0107", "Owner"),
        ("the article on the workshop", "the fair in Haifa", "the kitchen film", "the website"),
        years=2, manners=(("channel", "phone"),),
    ),
    row(
        "Bluebell Nurseries", "natural", "noa",
        Who("Michal Avni", "her", "michal@bluebell.example", "054-555-0108", "Head of the network"),
        ("enrolment for next year", "the piece on the bilingual nursery", "the end-of-year party", "the parents' questions"),
        years=2, birthday_in=0, facts=("Likes wild flowers, not chocolate",),
    ),
    row(
        "Naftali Heights Winery", "natural", "noa",
        Who("Guy Barnea", "him", "guy@naftali-wines.example", "050-555-0109", "Winemaker"),
        ("this year's harvest", "the tasting for journalists", "the medal from Bordeaux", "the visitors' centre"),
        years=4, birthday_in=1, cadence=45,
    ),
    row(
        "Courtyard Theatre", "moved", "noa",
        Who("Ronit Sadeh", "her", "ronit@courtyard-theatre.example", "052-555-0110", "Artistic director"),
        ("the new play", "the reviews of the premiere", "the season tickets", "the backstage tour"), years=3,
    ),
    row(
        "Green Line Coaches", "owed", "noa",
        Who("Avi Malka", "him", "avi@green-line.example", "050-555-0111", "Deputy director"),
        ("the electric buses", "the ceremony at city hall", "the pictures of the ceremony", "the council's tender"), years=1,
    ),
    row(
        "Pinkas", "pressed", "noa",
        Who("Itay Vered", "him", "itay@pinkas.example", "054-555-0112", "Founder"),
        ("the funding round", "the interview in Calcalist", "the investors' deck", "the US launch"),
        Who("Maya Keren", "her", "maya@pinkas.example", "054-555-0113", "Marketing"),
        frame="pressed", years=1, services=("public relations", "launch support"),
        facts=("Pressed by his investors, not by us",), manners=(("rhythm", "a short update every morning"),),
    ),
    row(
        "Helping Hand Trust", "pressed", "amit",
        Who("Liat Ziv", "her", "liat@helping-hand.example", "052-555-0114", "Spokeswoman"),
        ("the fundraising evening", "the annual report", "the holiday campaign", "the volunteers' story"),
        frame="pressed", years=2,
    ),
    row(
        "B.R. Builders", "dispute", "amit",
        Who("Baruch Raviv", "him", "baruch@br-build.example", "050-555-0115", "Owner"),
        ("the Rehovot project", "the local paper", "the sign on the site", "the first tenants"), frame="dispute", years=2,
    ),
    row(
        "Zaatar Restaurant", "draining", "dana",
        Who("Nader Khoury", "him", "nader@zaatar.example", "054-555-0116", "Chef"),
        ("the new menu", "the Instagram story", "the chefs' evening", "the Time Out review"), frame="draining", years=1,
    ),
    row(
        "Clearview Opticians", "draining", "dana",
        Who("Sigal Nahum", "her", "sigal@clearview.example", "052-555-0117", "Head of marketing"),
        ("the spring campaign", "the piece on children's glasses", "the pictures in the branch", "the seniors' offer"),
        frame="draining", years=2,
    ),
    row(
        "Pot & Spoon", "slow_answered", "noa",
        Who("Dafna Carmi", "her", "dafna@pot-and-spoon.example", "054-555-0118", "Founder"),
        ("the winter class", "the cookbook", "the television slot", "the children's course"), years=3,
    ),
    row(
        "Kind Word Books", "leaving", "amit",
        Who("Adi Goren", "her", "adi@kind-word.example", "050-555-0119", "Owner"),
        ("Book Week", "the poets' evening", "the children's club", "the monthly leaflet"), frame="danger", years=3,
    ),
    row(
        "Axis Pilates", "cooling", "dana",
        Who("Neta Lavi", "her", "neta@axis-pilates.example", "052-555-0120", "Owner"),
        ("the classes for expectant mothers", "the new studio", "the health site article", "the opening day"),
        frame="quiet", years=2,
    ),
    row(
        "Dagan Health Foods", "overlooked", "noa",
        Who("Rachel Dagan", "her", "rachel@dagan.example", "054-555-0121", "CEO"),
        ("the gluten-free range", "the family story", "the Tel Aviv fair", "the new packaging"), years=6,
        facts=("Sent us biscuits for the New Year",),
    ),
    row(
        "Cohen Segev Accountants", "overlooked", "amit",
        Who("Menachem Segev", "him", "menachem@cohen-segev.example", "03-555-0122", "Partner"),
        ("the guide for the self-employed", "the talk at the chamber", "the column in the business paper", "the office site"),
        years=7,
    ),
    row(
        "Valley Plants", "lovely", "noa",
        Who("Hanna Yaari", "her", "hanna@valley-plants.example", "050-555-0123", "Owner"),
        ("the winter seedlings", "the family day", "the piece on thrifty plants", "the guided walk"), years=4,
        facts=("Her son Ido joins the army in spring",),
    ),
    row(
        "Elhanan Violins", "lovely", "dana",
        Who("Elhanan Dayan", "him", "elhanan@elhanan-violins.example", "052-555-0124", "Violin maker"),
        ("the orchestra's violin", "the youth workshop", "the article on the craft", "the little concert"), years=2,
    ),
    row(
        "Toy Museum", "lovely", "amit",
        Who("Yael Brosh", "her", "yael@toy-museum.example", "054-555-0125", "Curator"),
        ("the railway exhibition", "the summer days", "the Lev family's gift", "the white night"), years=3,
    ),
    row(
        "Naomi Peretz, Attorney", "natural", "noa",
        Who("Naomi Peretz", "her", "naomi@peretz-law.example", "052-555-0126", "Attorney"),
        ("the case in court", "the statement to the press", "the television interview", "the family law article"),
        years=5, exclusive=True,
        manners=(("avoid", "nothing in writing on open cases"), ("channel", "phone calls only")),
    ),
    row(
        "Magen Insurance", "quiet", "amit",
        Who("Yossi Tal", "him", "yossi@magen-ins.example", "050-555-0127", "Branch manager"),
        ("the young driver's guide", "the home insurance article", "the customers' newsletter", "the annual meeting"),
        years=3, cadence=60,
    ),
    row(
        "Or Laboratories", "quiet", "dana",
        Who("Alex Greenberg", "him", "alex@or-labs.example", "054-555-0128", "Manager"),
        ("the new certificate", "the digital scan", "the students' visit", "the page for doctors"), years=2,
    ),
    row(
        "Gallery 17", "quiet", "noa",
        Who("Asaf Miller", "him", "asaf@gallery17.example", "052-555-0129", "Gallerist"),
        ("the group show", "the catalogue", "the gallery talk", "the art fair"), years=4,
    ),
    row(
        "Tomorrow's Education Conference", "once_a_year", "amit",
        Who("Amnon Harel", "him", "amnon@edu-tomorrow.example", "050-555-0130", "Chair"),
        ("the university conference", "the speakers from abroad", "the press release", "the session on AI"), years=4,
    ),
    row(
        "Tamar Festival", "once_a_year", "noa",
        Who("Sarit Adler", "her", "sarit@tamar-festival.example", "054-555-0131", "Producer"),
        ("the line-up", "the journalists' invitations", "the festival buses", "the sunrise concert"), years=5,
    ),
    row(
        "Café Riba", "newcomer", "noa",
        Who("Tal Reiss", "her", "tal@cafe-riba.example", "052-555-0132", "Owner"),
        ("the opening", "a new audience"), years=0,
    ),
    row(
        "Orbit Robotics", "mixed", "amit",
        Who("Daniel Katz", "him", "daniel@orbit-robotics.example", "054-555-0133", "VP Marketing"),
        ("the June launch", "the Siemens case study", "the demo at the fair", "the press kit"), years=1,
    ),
    row(
        "Lee Agency", "resting", "dana",
        Who("Lee Oren", "her", "lee@lee-agency.example", "050-555-0134", "Owner"),
        ("the new catalogue", "the winter project", "the Eilat pictures"), years=2,
        facts=("Asked not to be contacted until after her maternity leave",),
    ),
    row(
        "Aquatech", "brisk", "amit",
        Who("Omer Shavit", "him", "omer@aquatech.example", "054-555-0135", "VP Marketing"),
        ("the kibbutz installation", "the pilot in India", "the science supplement", "the stand at the water fair"), years=2,
    ),
    row(
        "Clean Plus", "natural", "dana",
        Who("Mazal Azoulay", "her", "mazal@clean-plus.example", "052-555-0136", "CEO"),
        ("the green detergents", "the staff award", "the new site", "the hospital tender"), years=1,
    ),
    row(
        "Sunshine After-School", "natural", "amit",
        Who("Eyal Ben David", "him", "eyal@sunshine-kids.example", "050-555-0137", "Manager"),
        ("summer enrolment", "the renewal", "the article on food", "the parents' evening"), years=1, contract_ends_in=9,
    ),
    row(
        "One Two Bikes", "natural", "dana",
        Who("Roi Sela", "him", "roi@one-two-bikes.example", "054-555-0138", "Owner"),
        ("the autumn race", "the electric bikes", "the repair class", "the Galilee trail"), years=2,
    ),
    row(
        "Cliff Hotel", "brisk", "noa",
        Who("Keren Ashkenazi", "her", "keren@cliff-hotel.example", "052-555-0139", "Head of marketing"),
        ("the winter season", "the bloggers' visit", "the new spa", "the New Year weekend"),
        Who("Nir Ashkenazi", "him", "nir@cliff-hotel.example", "052-555-0140", "Hotel manager"), years=3,
    ),
    row(
        "Dr Gali, Vet", "natural", "dana",
        Who("Gali Stern", "her", "gali@drgali-vet.example", "050-555-0141", "Vet"),
        ("adoption day", "the summer tips", "the radio slot", "the mobile clinic"), years=2,
    ),
    row(
        "Breath Studio", "natural", "amit",
        Who("Orly Hazan", "her", "orly@breath-yoga.example", "054-555-0142", "Teacher"),
        ("the desert retreat", "the grandmothers' class", "the teachers' course", "the winter passes"), years=3,
    ),
    row(
        "Cacao Chocolate", "brisk", "dana",
        Who("Adam Fisher", "him", "adam@cacao-choc.example", "052-555-0143", "Chocolatier"),
        ("the holiday boxes", "the factory tour", "the summer flavours", "the food supplement"), years=2,
    ),
    row(
        "New Leaf Press", "natural", "noa",
        Who("Hadas Kaplan", "her", "hadas@new-leaf.example", "054-555-0144", "Editor-in-chief"),
        ("Yannai's novel", "the author's tour", "the prize nomination", "the launch evening"), years=4,
    ),
)  # fmt: skip
