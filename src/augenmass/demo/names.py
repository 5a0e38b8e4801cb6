"""Lists of names by region, from which invented people get theirs. A name says nothing about what becomes of a case."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """Nationalities (ISO codes), languages and names that invented people of one region get."""

    nationalities: tuple[str, ...]
    languages: tuple[str, ...]
    families: tuple[str, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    towns: tuple[str, ...]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


REGIONS: tuple[Region, ...] = (
    Region(
        ("SY", "IQ", "LB", "JO", "EG", "YE"),
        ("ar", "kmr"),
        _words(
            "Al-Hamdani Barakat Darwisch Fattal Ghazali Haddad Al-Jundi Kabbani Maalouf Nasri Qasim Rahmani Sabbagh "
            "Tahhan Wahbi Yasin Zaher Al-Bustani Chalabi Dabbagh Hariri Khoury Mansour Najjar Salloum"
        ),
        _words("Amal Dalia Farida Hala Iman Lina Maha Nour Rania Salma Samira Yara Zeina Hanan Rima Layal"),
        _words("Adnan Bassam Fadi Hassan Ibrahim Jamal Karim Mahmoud Nabil Omar Rami Samir Tarek Yusuf Ziad Anwar"),
        _words("Aleppo Homs Mossul Basra Tripoli Irbid Tanta Taiz"),
    ),
    Region(
        ("AF", "IR", "PK", "TJ"),
        ("prs", "ps", "fa"),
        _words(
            "Ahmadi Barakzai Daneshvar Ebrahimi Faizi Ghafari Habibi Jafari Karimi Latifi Mohammadi Nazari Omidi Popal "
            "Qaderi Rezai Sahak Tavakoli Wardak Yousefi Zamani Hotak Noorzai Rasuli Sharifi"
        ),
        _words(
            "Arezo Bahar Farzana Golnar Homa Laleh Mina Nargis Parwana Roya Shirin Soraya Zahra Zohra Mahsa Nilofar"
        ),
        _words("Abdul Arash Behzad Farhad Habib Jawad Kambiz Massud Naser Omid Reza Siamak Wahid Yama Zabi Daud"),
        _words("Herat Kabul Kundus Masar-e-Scharif Maschhad Schiras Quetta"),
    ),
    Region(
        ("TR", "AZ"),
        ("tr", "kmr", "az"),
        _words(
            "Acar Bozkurt Çelik Demirtaş Erdem Güneş Işık Kaplan Karaca Koç Öztürk Polat Şahin Taş Uçar Yıldız Yalçın "
            "Zengin Aydoğan Bulut Doğan Keskin Özkan Tekin Ünal"
        ),
        _words("Ayşe Berfin Ceren Derya Elif Fatma Gül Hatice Melek Nalan Pınar Rojda Selin Sevgi Şirin Zeynep"),
        _words("Ahmet Baran Cem Deniz Emre Hüseyin İsmail Kemal Mehmet Murat Onur Rıza Serhat Tolga Umut Yusuf"),
        _words("Adana Diyarbakır Konya Kayseri Trabzon Batman Gəncə"),
    ),
    Region(
        ("RS", "XK", "AL", "MK", "BA", "ME"),
        ("sq", "sr", "rom", "mk", "bs"),
        _words(
            "Ademi Berisha Dedić Elezi Fejzić Gashi Hoxha Ibrahimović Jovanović Krasniqi Lekaj Morina Nikolić Osmani "
            "Petrović Rexhepi Salihu Stojanov Tahiri Vuković Zeqiri Avdić Bajrami Kovač Shala"
        ),
        _words("Ana Arbnora Besa Drita Edina Fatime Ivana Jelena Lejla Mirjeta Nada Sanja Teuta Valbona Vesna Zorica"),
        _words("Agim Arben Bekim Dragan Edin Fatos Goran Ilir Jovan Luan Marko Nenad Petrit Saša Vedat Zoran"),
        _words("Prizren Niš Skopje Tuzla Shkodër Novi-Pazar Podgorica"),
    ),
    Region(
        ("NG", "GH", "CM", "GN", "GM", "BJ", "SN", "CI"),
        ("en", "fr", "ha", "ln"),
        _words(
            "Adeyemi Bah Camara Diallo Eze Fofana Gyamfi Igwe Jalloh Keita Mbarga Ndiaye Obi Owusu Sarr Touré Uche "
            "Yeboah Adjei Balogun Ceesay Darboe Kouassi Mensah Okafor"
        ),
        _words(
            "Abena Aminata Blessing Chioma Efua Fatou Grace Isatou Joy Kadiatou Mariama Ngozi Patience Rokia Vivian"
        ),
        _words("Alhaji Bakary Chidi Ebrima Emeka Felix Ibrahima Kofi Kwame Lamin Moussa Ousmane Samuel Sekou Tunde"),
        _words("Kumasi Lagos Douala Conakry Banjul Benin-City Dakar Bouaké"),
    ),
    Region(
        ("ER", "ET", "SO", "SD"),
        ("ti", "am", "so", "ar"),
        _words(
            "Abdi Berhane Desta Farah Gebre Habtom Ismail Jama Kidane Lemma Mebrahtu Negash Osman Tadesse Tesfay Warsame "
            "Yohannes Zerai Asfaha Bekele Dualeh Haile Kebede Mohamud Woldu"
        ),
        _words("Abeba Asha Bethlehem Eden Fartun Helen Hodan Lidya Meron Naima Rahel Saba Selam Tigist Winta Zahra"),
        _words("Abel Daniel Filmon Guled Hamid Isayas Jonas Kidane Liban Mussie Natnael Robel Samson Tekle Yonas"),
        _words("Asmara Keren Mekelle Mogadischu Hargeisa Khartum Gondar"),
    ),
    Region(
        ("GE", "AM", "RU", "UA", "MD", "BY"),
        ("ka", "hy", "ru", "uk", "ce"),
        _words(
            "Abaschidse Bagdasarjan Dschapua Geladse Gorbenko Isajew Karapetjan Lomidse Melnyk Nasarow Orlowa Petrosjan "
            "Rustamow Sacharenko Tkatschenko Umarow Wolkow Zereteli Bondar Grigorjan Kwiris Lysenko Sarkisjan Schewtschuk"
        ),
        _words(
            "Anahit Daria Eka Halyna Irina Ketewan Lusine Maria Nino Oksana Polina Rusudan Swetlana Tamar Wera Zoja"
        ),
        _words("Armen Boris Dmytro Giorgi Hayk Iwan Karen Lewan Maxim Nodar Oleh Ruslan Surab Tigran Vitali Wachtang"),
        _words("Batumi Kutaissi Gjumri Grosny Charkiw Cherson Chișinău"),
    ),
    Region(
        ("IN", "BD", "LK", "VN", "CN", "NP"),
        ("pa", "bn", "ta", "si", "ne", "hi"),
        _words(
            "Ahmed Banerjee Chowdhury Das Fernando Gill Hossain Kaur Kumar Lama Mahato Nguyen Perera Rahman Selvam Singh "
            "Tran Uddin Wang Zhao Bhandari Islam Le Rajapaksa Sidhu"
        ),
        _words("Anjali Bina Chitra Dipa Farhana Harpreet Jasmin Kumari Lan Maya Nadia Priya Rekha Sunita Thi Yan"),
        _words("Amrit Bao Chandra Dinesh Faisal Gurpreet Hoang Imran Jagdeep Kamal Minh Nimal Rajan Sanjay Tuan Wei"),
        _words("Amritsar Dhaka Jaffna Kathmandu Vinh Kalkutta Sylhet"),
    ),
    Region(
        ("VE", "CO", "BR", "PE"),
        ("es", "pt"),
        _words(
            "Acosta Barrios Cárdenas Duarte Escobar Figueroa Guerrero Herrera Ibáñez Jiménez Lozano Medina Navarro Ospina "
            "Paredes Quintero Rojas Sandoval Torres Urbina Vargas Zapata"
        ),
        _words(
            "Adriana Beatriz Camila Diana Elena Fernanda Gabriela Isabel Juana Lucía Marta Natalia Paula Rosa Valeria"
        ),
        _words("Alberto Bruno Carlos Diego Eduardo Fabio Gustavo Héctor Iván Jorge Luis Miguel Néstor Pablo Rafael"),
        _words("Caracas Cali Maracaibo Recife Arequipa Medellín"),
    ),
)

UNION = Region(
    ("PL", "RO", "BG", "IT", "HR", "GR"),
    ("pl", "ro", "bg", "it", "hr", "el"),
    _words(
        "Albu Barbieri Ciobanu Dimitrov Fontana Georgiou Horvat Ivanov Jankowski Kowalczyk Lupu Marinov Nowicki Oprea "
        "Popescu Rinaldi Stoica Todorov Urbański Vitale Wójcik Zieliński"
    ),
    _words("Agnieszka Bianca Chiara Daniela Ewa Francesca Gabriela Ioana Katarzyna Luiza Mihaela Petra Rosa Stefania"),
    _words("Andrei Bogdan Claudio Dimitar Fabio Grzegorz Ion Janusz Krzysztof Luca Marius Nikola Paweł Stefan"),
    _words("Krakau Cluj Plowdiw Bari Zagreb Patras"),
)

STREETS = _words(
    "Ahornweg Bachstraße Birkenallee Domplatz Eichenweg Feldstraße Fliederweg Gartenstraße Hafenstraße Hauptstraße "
    "Jahnstraße Kastanienallee Kirchgasse Lindenstraße Marktplatz Mühlenweg Neustraße Parkweg Quellenweg Ringstraße "
    "Rosenweg Schulstraße Südring Talstraße Uferweg Waldstraße Wiesenweg Zum-Anger"
)
"""Postal codes of the invented Land begin with 00, which the German post has never given out."""
TOWNS: tuple[tuple[str, str], ...] = (
    ("00117", "Auenstadt"),
    ("00119", "Auenstadt"),
    ("00213", "Mühlbrück"),
    ("00221", "Niederlinden"),
    ("00308", "Hohenfurt"),
    ("00315", "Sankt Arndt"),
    ("00402", "Weidenau an der Aue"),
    ("00417", "Großkreuzen"),
)
LAWYERS = (
    ("Rechtsanwältin Dr. Henrike Falkenrath", "Domplatz 3, 00117 Auenstadt"),
    ("Rechtsanwalt Jonas Brettschneider", "Hauptstraße 41, 00213 Mühlbrück"),
    ("Kanzlei Ostermann und Vogelsang", "Marktplatz 9, 00308 Hohenfurt"),
    ("Rechtsanwältin Selma Aydın-Krüger", "Südring 12, 00119 Auenstadt"),
)
