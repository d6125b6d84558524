package dev.emerald.core.internal.parse;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Text in JSX: character references, the named ones of HTML 4, mean characters. */
final class JsxText {

  /** Runs of code points: the first in base 16, then the names from there on. */
  private static final String NAMES =
      "22:quot 26:amp,apos 3c:lt 3e:gt a0:nbsp,iexcl,cent,pound,curren,yen,brvbar,sect,"
          + "uml,copy,ordf,laquo,not,shy,reg,macr,deg,plusmn,sup2,sup3,acute,micro,para,middot,"
          + "cedil,sup1,ordm,raquo,frac14,frac12,frac34,iquest,Agrave,Aacute,Acirc,Atilde,Auml,"
          + "Aring,AElig,Ccedil,Egrave,Eacute,Ecirc,Euml,Igrave,Iacute,Icirc,Iuml,ETH,Ntilde,"
          + "Ograve,Oacute,Ocirc,Otilde,Ouml,times,Oslash,Ugrave,Uacute,Ucirc,Uuml,Yacute,"
          + "THORN,szlig,agrave,aacute,acirc,atilde,auml,aring,aelig,ccedil,egrave,eacute,"
          + "ecirc,euml,igrave,iacute,icirc,iuml,eth,ntilde,ograve,oacute,ocirc,otilde,ouml,"
          + "divide,oslash,ugrave,uacute,ucirc,uuml,yacute,thorn,yuml 152:OElig,oelig "
          + "160:Scaron,scaron 178:Yuml 192:fnof 2c6:circ 2dc:tilde 391:Alpha,Beta,Gamma,Delta,"
          + "Epsilon,Zeta,Eta,Theta,Iota,Kappa,Lambda,Mu,Nu,Xi,Omicron,Pi,Rho 3a3:Sigma,Tau,"
          + "Upsilon,Phi,Chi,Psi,Omega 3b1:alpha,beta,gamma,delta,epsilon,zeta,eta,theta,iota,"
          + "kappa,lambda,mu,nu,xi,omicron,pi,rho,sigmaf,sigma,tau,upsilon,phi,chi,psi,omega "
          + "3d1:thetasym,upsih 3d6:piv 2002:ensp,emsp 2009:thinsp 200c:zwnj,zwj,lrm,rlm "
          + "2013:ndash,mdash 2018:lsquo,rsquo,sbquo 201c:ldquo,rdquo,bdquo 2020:dagger,Dagger,"
          + "bull 2026:hellip 2030:permil 2032:prime,Prime 2039:lsaquo,rsaquo 203e:oline "
          + "2044:frasl 20ac:euro 2111:image 2118:weierp 211c:real 2122:trade 2135:alefsym "
          + "2190:larr,uarr,rarr,darr,harr 21b5:crarr 21d0:lArr,uArr,rArr,dArr,hArr "
          + "2200:forall 2202:part,exist 2205:empty 2207:nabla,isin,notin 220b:ni 220f:prod "
          + "2211:sum,minus 2217:lowast 221a:radic 221d:prop,infin 2220:ang 2227:and,or,cap,"
          + "cup,int 2234:there4 223c:sim 2245:cong 2248:asymp 2260:ne,equiv 2264:le,ge "
          + "2282:sub,sup,nsub 2286:sube,supe 2295:oplus 2297:otimes 22a5:perp 22c5:sdot "
          + "2308:lceil,rceil,lfloor,rfloor 2329:lang,rang 25ca:loz 2660:spades 2663:clubs "
          + "2665:hearts,diams";

  private static final int LONGEST = 10;

  private static final Map<String, String> BY_NAME = byName();

  private JsxText() {}

  /** The text with its character references resolved; what is none stays as it is. */
  static String decode(String text) {
    int at = text.indexOf('&');
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    while (at >= 0) {
      int semicolon = semicolon(text, at + 1);
      String value = semicolon < 0 ? null : reference(text, at + 1, semicolon);
      if (value != null) {
        out.append(text, copied, at).append(value);
        copied = semicolon + 1;
      }
      at = text.indexOf('&', at + 1);
    }
    return out.append(text, copied, text.length()).toString();
  }

  private static int semicolon(String text, int from) {
    for (int i = from, end = Math.min(text.length(), from + LONGEST); i < end; i++) {
      if (text.charAt(i) == ';') {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable String reference(String text, int from, int to) {
    if (from >= to || text.charAt(from) != '#') {
      return BY_NAME.get(text.substring(from, to));
    }
    boolean hex = from + 1 < to && text.charAt(from + 1) == 'x';
    int first = hex ? from + 2 : from + 1;
    int value = 0;
    for (int i = first; i < to; i++) {
      int digit = Characters.hexValue(text.charAt(i));
      if (digit < 0 || digit > 9 && !hex) {
        return null;
      }
      value = value * (hex ? 16 : 10) + digit;
      if (value > Character.MAX_CODE_POINT) {
        return null;
      }
    }
    return first == to ? null : Character.toString(value);
  }

  private static Map<String, String> byName() {
    Map<String, String> byName = new HashMap<>();
    for (String run : NAMES.split(" ", -1)) {
      int colon = run.indexOf(':');
      int codePoint = Integer.parseInt(run.substring(0, colon), 16);
      for (String name : run.substring(colon + 1).split(",", -1)) {
        byName.put(name, Character.toString(codePoint++));
      }
    }
    return Map.copyOf(byName);
  }
}
