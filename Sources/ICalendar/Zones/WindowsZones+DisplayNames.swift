extension WindowsZones {
    /// Without the offset before each name.
    static let windowsDisplayNames = """
        Abu Dhabi, Muscat|Asia/Dubai
        Adelaide|Australia/Adelaide
        Alaska|America/Anchorage
        Almaty, Novosibirsk|Asia/Novosibirsk
        Amman|Asia/Amman
        Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna|Europe/Berlin
        Arizona|America/Phoenix
        Astana, Dhaka|Asia/Bishkek
        Asuncion|America/Asuncion
        Athens, Bucharest, Istanbul|Europe/Bucharest
        Atlantic Time (Canada)|America/Halifax
        Auckland, Wellington|Pacific/Auckland
        Azores|Atlantic/Azores
        Baghdad|Asia/Baghdad
        Baku|Asia/Baku
        Baku, Tbilisi, Yerevan|Asia/Yerevan
        Bangkok, Hanoi, Jakarta|Asia/Bangkok
        Beijing, Chongqing, Hong Kong, Urumqi|Asia/Shanghai
        Beirut|Asia/Beirut
        Belgrade, Bratislava, Budapest, Ljubljana, Prague|Europe/Budapest
        Bogota, Lima, Quito|America/Bogota
        Brasilia|America/Sao_Paulo
        Brisbane|Australia/Brisbane
        Brussels, Copenhagen, Madrid, Paris|Europe/Paris
        Buenos Aires|America/Buenos_Aires
        Cairo|Africa/Cairo
        Canberra, Melbourne, Sydney|Australia/Sydney
        Cape Verde Islands|Atlantic/Cape_Verde
        Caracas|America/Caracas
        Casablanca|Africa/Casablanca
        Central America|America/Guatemala
        Central Time (US & Canada)|America/Chicago
        Central Time (US and Canada)|America/Chicago
        Chennai, Kolkata, Mumbai, New Delhi|Asia/Calcutta
        Chihuahua, La Paz, Mazatlan|America/Mazatlan
        Chihuahua, La Paz, Mazatlan - New|America/Mazatlan
        Coordinated Universal Time|Etc/UTC
        Darwin|Australia/Darwin
        Eastern Time (US & Canada)|America/New_York
        Eastern Time (US and Canada)|America/New_York
        Ekaterinburg|Asia/Yekaterinburg
        Fiji, Kamchatka, Marshall Is.|Pacific/Fiji
        Georgetown|America/Cayenne
        Georgetown, La Paz, San Juan|America/La_Paz
        Greenland|America/Godthab
        Greenwich Mean Time: Dublin, Edinburgh, Lisbon, London|Europe/London
        Guadalajara, Mexico City, Monterrey|America/Mexico_City
        Guadalajara, Mexico City, Monterrey - New|America/Mexico_City
        Guam, Port Moresby|Pacific/Port_Moresby
        Harare, Pretoria|Africa/Johannesburg
        Hawaii|Pacific/Honolulu
        Helsinki, Kiev, Riga, Sofia, Tallinn, Vilnius|Europe/Kiev
        Hobart|Australia/Hobart
        Indiana (East)|America/Indianapolis
        International Date Line West|Etc/GMT+12
        Irkutsk, Ulaanbaatar|Asia/Irkutsk
        Islamabad, Karachi|Asia/Karachi
        Jerusalem|Asia/Jerusalem
        Kabul|Asia/Kabul
        Kathmandu|Asia/Katmandu
        Krasnoyarsk|Asia/Krasnoyarsk
        Kuala Lumpur, Singapore|Asia/Singapore
        Kuwait, Riyadh|Asia/Riyadh
        Magadan, Solomon Islands, New Caledonia|Pacific/Guadalcanal
        Manaus|America/Cuiaba
        Mid-Atlantic|Etc/GMT+2
        Midway Island, Samoa|Pacific/Apia
        Minsk|Europe/Chisinau
        Monrovia, Reykjavik|Atlantic/Reykjavik
        Montevideo|America/Montevideo
        Moscow, St. Petersburg, Volgograd|Europe/Moscow
        Mountain Time (US & Canada)|America/Denver
        Mountain Time (US and Canada)|America/Denver
        Nairobi|Africa/Nairobi
        Newfoundland|America/St_Johns
        Nuku'alofa|Pacific/Tongatapu
        Osaka, Sapporo, Tokyo|Asia/Tokyo
        Pacific Time (US & Canada); Tijuana|America/Los_Angeles
        Pacific Time (US and Canada); Tijuana|America/Los_Angeles
        Perth|Australia/Perth
        Petropavlovsk-Kamchatsky|Asia/Kamchatka
        Port Louis|Indian/Mauritius
        Santiago|America/Santiago
        Sarajevo, Skopje, Warsaw, Zagreb|Europe/Warsaw
        Saskatchewan|America/Regina
        Seoul|Asia/Seoul
        Sri Jayawardenepura|Asia/Colombo
        Taipei|Asia/Taipei
        Tashkent|Asia/Tashkent
        Tbilisi|Asia/Tbilisi
        Tehran|Asia/Tehran
        Tijuana, Baja California|America/Tijuana
        Vladivostok|Asia/Vladivostok
        West Central Africa|Africa/Lagos
        Windhoek|Africa/Windhoek
        Yakutsk|Asia/Yakutsk
        Yangon (Rangoon)|Asia/Rangoon
        Yerevan|Asia/Yerevan
        """
}
