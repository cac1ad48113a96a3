package com.fusioncommerce.schemas;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Currencies in use and their decimals: ISO 4217 list one as of 1 January 2026, codes that have a minor unit (no metals,
 * bond units or test codes). A table of our own, since {@link java.util.Currency} keeps withdrawn codes (HRK, BGN, ANG),
 * lacks new ones (ZWG, XCG, XAD), and differs from one Java to the next.
 */
final class Currencies {
    private static final Map<String, Integer> DECIMALS = decimals(
            "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
            "",
            "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW"
                    + " CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD"
                    + " HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK"
                    + " MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON"
                    + " RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD"
                    + " TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG",
            "BHD IQD JOD KWD LYD OMR TND",
            "CLF UYW");

    private Currencies() {}

    /** The codes in use, sorted. */
    static Set<String> codes() {
        return DECIMALS.keySet();
    }

    /** The decimals of a currency in use, or null. */
    static Integer decimals(String code) {
        return DECIMALS.get(code);
    }

    /** Decimals by code; the arguments list the codes with none, with one, and so on. */
    private static Map<String, Integer> decimals(String... codes) {
        Map<String, Integer> decimals = new TreeMap<>();
        for (int i = 0; i < codes.length; i++) {
            for (String code : codes[i].split(" ", -1)) {
                if (!code.isEmpty()) {
                    decimals.put(code, i);
                }
            }
        }
        return Collections.unmodifiableMap(decimals);
    }
}
