# language: vi
Tính năng: Tiếp tục giải quyết
  Hết căn cứ tạm dừng thì thời hạn chạy tiếp: ngày đã dùng tính cả ngày tạm dừng, phần còn lại đếm sau
  ngày tiếp tục (Nghị định 151/2025/NĐ-CP, Phụ lục I, Phần V: thời gian ấy không tính vào thời hạn).

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Đã dùng hai ngày, còn ba ngày
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi đến "10:00 07/10/2026"
    Và cán bộ tạm dừng để "chờ người nộp thực hiện nghĩa vụ tài chính"
    Và đến "09:00 15/10/2026"
    Và cán bộ cho tiếp tục giải quyết
    Thì hồ sơ đang ở bước "đang giải quyết"
    Và hẹn trả lúc "17:30 20/10/2026"
    Và hạn ghi trên giấy hẹn đầu tiên vẫn là "17:30 12/10/2026"
    Và lịch sử ghi thêm "Tiếp tục giải quyết"

  Tình huống: Tạm dừng qua Tết
    Biết lúc "09:00 09/02/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Và hẹn trả lúc "17:30 23/02/2026"
    Khi đến "10:00 11/02/2026"
    Và cán bộ tạm dừng để "chờ ý kiến của cơ quan khác"
    Và đến "09:00 24/02/2026"
    Và cán bộ cho tiếp tục giải quyết
    Thì hẹn trả lúc "17:30 27/02/2026"

  Tình huống: Hạn của bước liên thông cũng lùi theo
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.010801"
    Khi đến "10:00 05/10/2026"
    Và cán bộ chuyển hồ sơ cho cơ quan "UBND xã"
    Và đến "10:00 07/10/2026"
    Và cán bộ tạm dừng để "thẩm tra, xác minh tại thực địa"
    Và đến "09:00 14/10/2026"
    Và cán bộ cho tiếp tục giải quyết
    Thì "UBND xã" phải xong bước của mình trước "17:30 19/10/2026"
    Và chưa ai làm chậm
    Và hẹn trả lúc "17:30 02/11/2026"

  Tình huống: Không tạm dừng thì không có gì để tiếp tục
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ cho tiếp tục giải quyết
    Thì chương trình nhắc "đang giải quyết nên không tiếp tục giải quyết được"
